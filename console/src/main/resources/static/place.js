// The link from a member back to the list leads to the place in the list that this tab has shown last: search, filters and number of rows.
"use strict";

const placeIn = path => "place in " + path;

if (document.querySelector("form.filter")) {
    addEventListener("pagehide", () => sessionStorage.setItem(placeIn(location.pathname), location.search));
}

const back = document.querySelector(".back a");
if (back) {
    back.search = sessionStorage.getItem(placeIn(back.pathname)) ?? "";
}
