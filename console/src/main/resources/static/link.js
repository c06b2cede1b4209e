// The token of an invitation is in the URL fragment, which browsers do not send. Posts it in a form and removes it from the URL.
"use strict";

const link = document.getElementById("link");

// A mail program may have encoded or cut it.
function decoded(text) {
    try {
        return decodeURIComponent(text);
    } catch {
        return text;
    }
}

if (link && location.hash.length > 1) {
    link.elements.token.value = decoded(location.hash.substring(1));
    history.replaceState(null, "", location.pathname);
    link.requestSubmit();
}

// Another link was opened in the same tab, perhaps after the session had ended: the page begins anew with it.
addEventListener("hashchange", () => {
    if (link) {
        location.reload();
    }
});
