// Keeps the keyboard focus where the user was, and announces what has changed.
"use strict";

const OPENER = "opener";
let opener = null;

// The browser returns the focus of a closed dialog to the element that had it before. A link in a closed menu cannot have it.
function openedFrom(element) {
    opener = element;
    focusOn(visible(element));
}

function visible(element) {
    return element.closest("details.menu")?.querySelector("summary") ?? element;
}

function focusOn(element) {
    if (element && element.tabIndex < 0) {
        element.tabIndex = -1;
    }
    element?.focus();
}

// After a change, the page is loaded again.
function returnAfterLoad() {
    sessionStorage.setItem(OPENER, opener.getAttribute("href"));
}

document.addEventListener("htmx:beforeOnLoad", ({ detail: { xhr } }) => {
    if (opener && dialog.open && xhr.status < 400 && xhr.getResponseHeader("HX-Redirect")) {
        returnAfterLoad();
    }
});

// Where the same dialog, or another one of the same member, can be opened; null if there is none.
function openers(href) {
    return document.querySelector(`a[href="${CSS.escape(href)}"]`)
        ?? document.querySelector(`a[href^="${CSS.escape(href.slice(0, href.lastIndexOf("/") + 1))}"]`);
}

const notice = document.querySelector("main > .notice");
const before = sessionStorage.getItem(OPENER);
sessionStorage.removeItem(OPENER);
const place = before && openers(before);
if (place) {
    visible(place).focus();
} else {
    focusOn(notice);
}

// A live region is announced when it is filled, not when it is loaded or replaced.
const announce = text => document.getElementById("announcement").textContent = text;
if (place && notice) {
    addEventListener("load", () => announce(notice.textContent));
}

// Shown below the last row, so the focus goes on there.
let last = null;
document.addEventListener("htmx:beforeSwap", ({ detail: { target } }) => last = target.matches(".more") ? target.previousElementSibling : null);
document.addEventListener("htmx:afterSwap", ({ detail: { target } }) => {
    last?.nextElementSibling?.querySelector("a, summary")?.focus();
    last = null;
    if (target.id === "results") {
        announce(document.querySelector("#results [data-announced]")?.textContent ?? "");
    }
});
