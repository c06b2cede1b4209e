package roster.query.history;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.event.Actor;
import roster.contract.event.RecordedEvent;
import roster.query.member.MemberView;

/**
 * What one event did to a member.
 *
 * @param before JSON of the fields that changed, as they were; null for the first event
 * @param after  the same fields as they are now
 */
public record HistoryEntry(UUID memberId, long sequence, UUID organizationId, long position, String type, Instant recordedAt, Actor actor,
        @Nullable UUID onBehalfOf, @Nullable String reason, @Nullable String before, String after) {
    public static HistoryEntry of(@Nullable MemberView before, RecordedEvent recorded, MemberView after) {
        var change = Change.between(before, after);
        var metadata = recorded.metadata();
        return new HistoryEntry(recorded.aggregateId(), recorded.sequence(), recorded.organizationId(), recorded.position(),
                recorded.type().storedName(), recorded.recordedAt(), metadata.actor(), metadata.onBehalfOf(), metadata.reason(),
                change.before(), change.after());
    }
}
