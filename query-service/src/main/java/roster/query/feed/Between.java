package roster.query.feed;

import org.jspecify.annotations.Nullable;

import roster.query.problem.QueryRejected;

/**
 * The part of the feed that a request asks for.
 *
 * @param after  cursor or position; null for none
 * @param before cursor or position; null for none
 */
public record Between(@Nullable Bookmark after, @Nullable Bookmark before, Period period) {
    /** @throws QueryRejected for what is neither a position nor a cursor of the same organization and filter */
    public Range places(FeedRequest request) {
        var range = after == null ? Range.ALL : Range.ALL.startingAfter(request.position(after, "after"));
        return before == null ? range : range.endingBefore(request.position(before, "before"));
    }
}
