package roster.query.feed;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A page of events.
 *
 * @param next     cursor of the next page: for {@code after} where the oldest event comes first, for {@code before} otherwise. Where the
 *                 oldest comes first there always is one, with which later events are read; where the newest comes first, null on the last page
 * @param more     true when there are more events already
 * @param position consistency token of the position that the page was read at
 */
public record EventPage(List<FeedEvent> data, @Nullable String next, boolean more, String position) {}
