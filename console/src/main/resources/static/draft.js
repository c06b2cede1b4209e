// Keeps what was typed in a form while the user signs in again in the same tab: never a hidden field or a password.
"use strict";

const DRAFT = "draft";
const member = document.body.dataset.member;
const page = () => location.pathname + location.search;

document.addEventListener("htmx:beforeOnLoad", ({ detail: { xhr, requestConfig: { elt } } }) => {
    if (xhr.status >= 400 && xhr.getResponseHeader("HX-Redirect") && elt.matches("form.card")) {
        const fields = typed(elt).filter(it => it.value !== "" && (!isChoice(it) || it.checked)).map(it => [it.name, it.value]);
        sessionStorage.setItem(DRAFT, JSON.stringify({ member, page: page(), form: elt.getAttribute("hx-post"), fields }));
    }
});

const isChoice = it => ["checkbox", "radio"].includes(it.type);
const typed = form => Array.from(form.elements).filter(it => it.name && !["hidden", "password", "submit"].includes(it.type));

function fill(form, fields) {
    for (const it of typed(form)) {
        const values = fields.filter(([name]) => name === it.name).map(([, value]) => value);
        if (isChoice(it)) {
            it.checked = values.includes(it.value);
        } else {
            it.value = values[0] ?? "";
        }
    }
}

// Once, on the page where it was typed, for the same member.
document.addEventListener("DOMContentLoaded", () => {
    const draft = JSON.parse(sessionStorage.getItem(DRAFT));
    if (draft?.page !== page()) {
        return;
    }
    sessionStorage.removeItem(DRAFT);
    const form = () => document.querySelector(`form[hx-post="${CSS.escape(draft.form)}"]`);
    if (draft.member !== member) {
        return;
    }
    if (form()) {
        fill(form(), draft.fields);
    } else {
        dialog.addEventListener("htmx:afterSwap", () => fill(form(), draft.fields), { once: true });
        document.querySelector(`a[hx-get="${CSS.escape(draft.form)}"]`)?.click();
    }
});
