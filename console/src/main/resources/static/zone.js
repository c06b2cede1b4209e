// Tells the server the time zone of the browser, in which days and times are entered. A page that names a zone keeps it.
"use strict";

{
    const browser = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const known = () => document.querySelectorAll("input[data-zone]").forEach(field => {
        if (field.value === "" && browser) {
            field.value = browser;
            field.form.querySelectorAll("[data-zone-name]").forEach(name => name.textContent = browser.replaceAll("_", " "));
        }
    });
    known();
    document.addEventListener("htmx:afterSettle", known);
}
