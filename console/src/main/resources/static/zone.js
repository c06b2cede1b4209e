// Tells the server the time zone of the browser, in which days and times are entered and shown. A page that names a zone keeps it.
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
    if (browser) {
        document.cookie = `zone=${browser}; path=/; max-age=31536000; samesite=lax${location.protocol === "https:" ? "; secure" : ""}`;
    }
    document.addEventListener("htmx:afterSettle", known);
}
