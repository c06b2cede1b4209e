package roster.console.activity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.console.history.HistoryItem;
import roster.console.history.HistoryItem.ActingMember;
import roster.console.history.HistoryItem.Who;

/**
 * An event of the feed from query-service.
 *
 * @param audit null when the user may not see it
 */
record FeedEvent(@Nullable UUID id, @Nullable String position, String type, Instant time, Map<String, Object> data, @Nullable Audit audit) {
    record Audit(Who actor, @Nullable ActingMember onBehalfOf, @Nullable ActingMember member, @Nullable String tokenName,
            @Nullable String reason, @Nullable Map<String, Object> before, @Nullable Map<String, Object> after) {}

    /** @param next cursor of the page of older events; null on the last page */
    record Page(List<FeedEvent> data, @Nullable String next, String position) {}

    HistoryItem item() {
        return audit == null ? new HistoryItem(id, position, storedName(), time, null, null, null, null, null, null, null, data)
                : new HistoryItem(id, position, storedName(), time, audit.actor, audit.onBehalfOf, audit.reason, audit.before, audit.after,
                        audit.member, audit.tokenName, data);
    }

    /** The {@code member.invited} of {@code roster.member.invited}. */
    private String storedName() {
        return type.substring(type.indexOf('.') + 1);
    }
}
