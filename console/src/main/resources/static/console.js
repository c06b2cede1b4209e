// What the pages cannot do without a script: dialogs, menus that close, tabs in sight, a link's secret part, copying. Everything else is forms and links.
"use strict";

const dialog = document.getElementById("dialog");
const trouble = document.getElementById("trouble");

document.addEventListener("htmx:afterSwap", event => {
    if (event.detail.target === dialog && !dialog.open) {
        closeMenus();
        dialog.showModal();
    }
    const heading = dialog.querySelector("h1");
    if (heading) {
        dialog.setAttribute("aria-label", heading.textContent);
    }
    // a form that came back with something wrong: to where it is wrong
    dialog.querySelector("[aria-invalid=true]")?.focus();
});

// A page that cannot be shown is gone to as a whole, so that it can say why.
document.addEventListener("htmx:beforeSwap", event => {
    const { target, xhr, requestConfig, pathInfo } = event.detail;
    trouble.hidden = true;
    if (xhr.status >= 400 && requestConfig.verb === "get" && target !== dialog) {
        event.detail.shouldSwap = false;
        location.assign(pathInfo.finalRequestPath);
    }
});

for (const failure of ["htmx:sendError", "htmx:timeout"]) {
    document.addEventListener(failure, () => {
        trouble.hidden = false;
        (dialog.open ? dialog.firstElementChild : document.body).append(trouble);
    });
}

// What is shown only once is not lost by a click beside it, and has changed what the page behind shows.
const showsOnce = () => dialog.querySelector("[data-once]") !== null;

dialog.addEventListener("close", () => {
    const changed = showsOnce();
    document.body.append(trouble);
    dialog.replaceChildren();
    if (changed) {
        location.reload();
    }
});

document.addEventListener("click", event => {
    const menu = event.target.closest("details.menu");
    closeMenus(menu);
    if (event.target.closest("[data-close]") && dialog.open) {
        event.preventDefault();
        dialog.close();
    }
    if (event.target === dialog && !showsOnce()) {
        dialog.close();
    }
    const copy = event.target.closest("[data-copy]");
    if (copy) {
        const text = document.querySelector(copy.dataset.copy);
        getSelection().selectAllChildren(text);
        // where the browser does not allow it, as on pages of plain HTTP, what is selected can be copied by hand
        navigator.clipboard?.writeText(text.textContent).then(() => {
            copy.textContent = "Copied";
        }, () => {});
    }
});

document.addEventListener("keydown", event => {
    const menu = document.querySelector("details.menu[open]");
    if (event.key === "Escape" && menu) {
        menu.open = false;
        menu.querySelector("summary").focus();
    }
});

// Where the tabs do not fit, the chosen one is in sight.
const showChosenTab = () => document.querySelector(".tabs :checked")?.parentElement.scrollIntoView({ block: "nearest", inline: "center" });
showChosenTab();
document.addEventListener("htmx:afterSettle", showChosenTab);

function closeMenus(except) {
    document.querySelectorAll("details.menu[open]").forEach(menu => {
        if (menu !== except) {
            menu.open = false;
        }
    });
}

// The token of an invitation is the part of the address that browsers keep to themselves. It is sent in a form, and leaves the address.
const link = document.getElementById("link");
if (link && location.hash.length > 1) {
    link.elements.token.value = decodeURIComponent(location.hash.substring(1));
    history.replaceState(null, "", location.pathname);
    link.requestSubmit();
}
