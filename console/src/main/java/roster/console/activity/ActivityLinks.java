package roster.console.activity;

import java.net.URI;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import roster.console.service.QueryParameters;

/** Addresses of the activity with the filter of a page, or with a part of it replaced. */
record ActivityLinks(String slug, ActivitySearch search) {
    public URI page() {
        return to("", search).build();
    }

    public URI more() {
        return to("", search).and("rows", search.place().continued()).build();
    }

    /** @param id null for any actor */
    public URI by(@Nullable String id) {
        return to("", search.by(id, search.member())).build();
    }

    /** @param id null for any member */
    public URI about(@Nullable String id) {
        return to("", search.by(search.actor(), id)).build();
    }

    public URI export(String format) {
        return to("/events." + format, search).build();
    }

    /** @param position of the last event that the page knows */
    public URI stream(String position) {
        return to("/stream", search).and("after", position).build();
    }

    private QueryParameters to(String part, ActivitySearch it) {
        return QueryParameters.ofPage("/organizations/{org}/activity" + part, Map.of("org", slug))
                .and("type", it.type()).and("actor", it.actor()).and("member", it.member()).and("from", it.from()).and("to", it.to())
                .and("zone", it.zone());
    }
}
