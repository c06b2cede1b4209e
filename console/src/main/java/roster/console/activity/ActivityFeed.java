package roster.console.activity;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriBuilder;

import roster.console.organization.Membership;
import roster.console.page.Place;
import roster.console.service.Queries;
import roster.console.service.QueryParameters;

/** Reads the feed from query-service, newest event first. */
@Component
class ActivityFeed {
    private static final ParameterizedTypeReference<FeedEvent.Page> EVENTS = new ParameterizedTypeReference<>() {};

    private final Queries queries;
    private final Clock clock = Clock.systemUTC();

    ActivityFeed(Queries queries) {
        this.queries = queries;
    }

    /**
     * @param more     cursor of older events; null when there are none
     * @param position of the newest event that could be found
     */
    record Found(List<FeedEvent> events, @Nullable String more, String position) {}

    Found find(Membership here, ActivitySearch search) {
        var pages = new ArrayList<FeedEvent.Page>();
        var rows = search.place().read((limit, cursor) -> {
            var page = queries.get(uri -> search.addTo(events(uri, here, ""), clock.instant()).and("order", "newest").and("limit", limit)
                    .and("before", cursor).build(), EVENTS);
            pages.add(page);
            return new Place.Rows<>(page.data(), page.next());
        });
        return new Found(rows.data(), rows.more(), pages.getFirst().position());
    }

    boolean isOpen(ActivitySearch search) {
        return search.isOpen(clock.instant());
    }

    /** @param part of the feed: empty for all events, or {@code /stream} */
    static QueryParameters events(UriBuilder uri, Membership here, String part) {
        return new QueryParameters(uri, "/organizations/{org}/events" + part, Map.of("org", here.organizationId()));
    }
}
