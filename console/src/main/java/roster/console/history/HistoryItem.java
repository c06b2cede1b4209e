package roster.console.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An event from query-service, of a member's history or of the feed.
 *
 * @param eventId   null when query-service is older than the console
 * @param position  place among all events
 * @param type      stored name of the event, which may be newer than the console
 * @param actor     null when the user may not see it
 * @param before    changed fields before the event; null for the first event, and for events of others than members
 * @param after     the same fields after the event
 * @param member    member whom the event is about, or who owns the token that it is about; null in a history
 * @param tokenName name of the API token that the event is about
 * @param data      the event as its schema describes it; null in a history
 */
public record HistoryItem(@Nullable UUID eventId, @Nullable String position, String type, Instant recordedAt, @Nullable Who actor,
        @Nullable ActingMember onBehalfOf, @Nullable String reason,
        @Nullable Map<String, Object> before, @Nullable Map<String, Object> after, @Nullable ActingMember member,
        @Nullable String tokenName, @Nullable Map<String, Object> data) {
    /** @param kind kind of {@link roster.contract.event.Actor}, or one that is newer than the console */
    public record Who(String kind, String id, @Nullable String name) {}

    public record ActingMember(UUID memberId, @Nullable String name) {}

    /** True for what this member did in person. */
    boolean isBy(@Nullable UUID memberId) {
        return memberId != null && actor != null && actor.id().equals(memberId.toString());
    }

    /** The text of a field of the event's data; null where there is none. */
    @Nullable
    String text(String field) {
        return data == null || data.get(field) == null ? null : data.get(field).toString();
    }

    record Listing(List<HistoryItem> data, @Nullable String next) {}
}
