package roster.console.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An entry of a member's history from query-service.
 *
 * @param type   stored name of the event, which may be newer than the console
 * @param before changed fields before the event; null for the first event
 * @param after  the same fields after the event
 */
record HistoryItem(String type, Instant recordedAt, Who actor, @Nullable ActingMember onBehalfOf, @Nullable String reason,
        @Nullable Map<String, Object> before, Map<String, Object> after) {
    /** @param kind kind of {@link roster.contract.event.Actor}, or one that is newer than the console */
    record Who(String kind, String id, @Nullable String name) {}

    record ActingMember(UUID memberId, @Nullable String name) {}

    record Listing(List<HistoryItem> data, @Nullable String next) {}
}
