package roster.query.feed;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import roster.query.consistency.ConsistentRead;
import roster.query.feed.Feed.Entry;
import roster.query.http.Cursors;
import roster.query.moment.Cuts;

/** Reads pages of the feed. */
@Component
public final class FeedPages {
    private final Feed feed;
    private final Cuts cuts;
    private final Cursors cursors;

    FeedPages(Feed feed, Cuts cuts, Cursors cursors) {
        this.feed = feed;
        this.cuts = cuts;
        this.cursors = cursors;
    }

    /** @param audited false to leave out what needs {@code audit.read} */
    public EventPage read(FeedFilter filter, Between between, FeedOrder order, FeedLimit limit, boolean audited, ConsistentRead read) {
        var request = new FeedRequest(cursors, filter);
        var asked = between.places(request);
        return between.period().readBy(read).answer(position -> {
            var range = asked.and(between.period().range(filter.organizationId(), cuts, Long.parseLong(position)));
            var found = feed.read(filter, range, order, limit.events() + 1);
            boolean more = found.size() > limit.events();
            var entries = more ? found.subList(0, limit.events()) : found;
            var events = entries.stream().map(Entry::event).map(it -> audited ? it : it.withoutAudit()).toList();
            return new EventPage(events, next(entries, more, range, order, request), more, position);
        });
    }

    /** The end of the page; where no more events are known, the end of the range, so that a reader can wait there for later ones. */
    private static @Nullable String next(List<Entry> entries, boolean more, Range range, FeedOrder order, FeedRequest request) {
        return switch (order) {
            case OLDEST -> request.cursor(more ? entries.getLast().row().position() : Math.max(range.after(), range.upTo()));
            case NEWEST -> more ? request.cursor(entries.getLast().row().position()) : null;
        };
    }
}
