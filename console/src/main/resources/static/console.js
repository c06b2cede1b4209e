// The parts that need a script are here and in the files beside this one. All else is forms and links.
"use strict";

const dialog = document.getElementById("dialog");
const trouble = document.getElementById("trouble");

document.addEventListener("htmx:afterSwap", event => {
    const { target, requestConfig } = event.detail;
    const heading = dialog.querySelector("h1");
    if (heading) {
        dialog.setAttribute("aria-label", heading.textContent);
    }
    if (target === dialog && !dialog.open) {
        openedFrom(requestConfig.elt);
        closeMenus();
        dialog.showModal();
    } else if (target !== dialog && dialog.contains(event.target)) {
        focusOn(dialog.querySelector("[aria-invalid=true]") ?? dialog.querySelector("[role=alert]") ?? heading);
    }
});

// A page that cannot be shown in part is loaded completely, so that it can show the error.
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
        if (dialog.open) {
            // the bar with the buttons is always in view
            dialog.querySelector(".buttons").prepend(trouble);
        }
        trouble.hidden = false;
    });
}

// A dialog that is shown only once is not closed by a click outside, and its page is reloaded afterwards.
const showsOnce = () => dialog.querySelector("[data-once]") !== null;

dialog.addEventListener("close", () => {
    const changed = showsOnce();
    document.body.append(trouble);
    dialog.replaceChildren();
    if (changed) {
        returnAfterLoad();
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
    if (event.target.closest("[data-print]")) {
        print();
    }
    const copy = event.target.closest("[data-copy]");
    if (copy) {
        const text = document.querySelector(copy.dataset.copy);
        getSelection().selectAllChildren(text);
        // where the browser does not allow it, as on plain HTTP, selects the text to be copied by hand
        navigator.clipboard?.writeText(text.textContent).then(() => {
            copy.textContent = "Copied";
        }, () => {});
    }
});

// A menu that is left by the keyboard closes.
document.addEventListener("focusin", event => closeMenus(event.target.closest("details.menu")));

document.addEventListener("keydown", event => {
    const menu = document.querySelector("details.menu[open]");
    if (event.key === "Escape" && menu) {
        menu.open = false;
        menu.querySelector("summary").focus();
    }
});

// Scrolls the selected tab into view if not all tabs fit.
const showChosenTab = () => document.querySelector(".tabs :checked")?.parentElement.scrollIntoView({ block: "nearest", inline: "center" });
showChosenTab();
document.querySelector(".bar nav [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
document.addEventListener("htmx:afterSettle", showChosenTab);

function closeMenus(except) {
    document.querySelectorAll("details.menu[open]").forEach(menu => {
        if (menu !== except) {
            menu.open = false;
        }
    });
}
