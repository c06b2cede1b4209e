// Counts the events that are recorded while the Activity page is in view, and offers to show them. Nothing moves before the user says so.
"use strict";

{
    const GRACE = 3_000;
    const FIRST_WAIT = 5_000;
    const LONGEST_WAIT = 60_000;
    const live = document.getElementById("live");
    const news = document.getElementById("news");
    let source = null;
    let last = null;
    let count = 0;
    let wait = FIRST_WAIT;
    let timer;

    const stream = () => document.getElementById("results")?.dataset.stream;

    function state(name, text) {
        live.className = "pill " + name;
        live.textContent = text;
    }

    function tell() {
        news.hidden = count === 0;
        news.textContent = `Show ${count} new ${count === 1 ? "event" : "events"}`;
    }

    function disconnect() {
        clearTimeout(timer);
        source?.close();
        source = null;
    }

    // The browser itself connects again to a stream that has ended, but not to one that was refused.
    function connect() {
        disconnect();
        live.hidden = !stream();
        if (live.hidden || document.hidden) {
            return;
        }
        const address = new URL(stream(), location);
        if (last) {
            address.searchParams.set("after", last);
        }
        source = new EventSource(address);
        source.onopen = () => {
            clearTimeout(timer);
            wait = FIRST_WAIT;
            state("active", "Live");
        };
        source.onmessage = event => {
            last = event.lastEventId;
            count++;
            tell();
        };
        source.onerror = () => {
            clearTimeout(timer);
            if (source.readyState === EventSource.CLOSED) {
                state("suspended", "Not live");
                timer = setTimeout(connect, wait);
                wait = Math.min(2 * wait, LONGEST_WAIT);
            } else {
                timer = setTimeout(() => state("suspended", "Not live"), GRACE);
            }
        };
    }

    function begin() {
        last = null;
        count = 0;
        tell();
        connect();
    }

    if (live) {
        begin();
        // A browser opens few connections to one address, so tabs that nobody sees have none.
        document.addEventListener("visibilitychange", () => document.hidden ? disconnect() : connect());
        addEventListener("pagehide", disconnect);
        addEventListener("pageshow", event => event.persisted && connect());
        document.addEventListener("htmx:afterSwap", ({ detail: { target, requestConfig } }) => {
            if (target.id === "results") {
                begin();
                if (requestConfig.triggeringEvent?.submitter === news) {
                    focusOn(document.getElementById("events"));
                }
            }
        });
    }
}
