package roster.console.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What happened to a member, as query-service answers.
 *
 * @param type   the stored name of the event, which may be newer than the console
 * @param before the fields that changed, as they were; null when there was nothing before
 * @param after  the same fields as they became
 */
record HistoryEntry(String type, Instant recordedAt, Who actor, @Nullable ActingMember onBehalfOf, @Nullable String reason,
        @Nullable Map<String, Object> before, Map<String, Object> after) {
    /** @param kind of {@link roster.contract.event.Actor}, or one that is newer than the console */
    record Who(String kind, String id, @Nullable String name) {}

    record ActingMember(UUID memberId, @Nullable String name) {}

    record Listing(List<HistoryEntry> data, @Nullable String next) {}
}
