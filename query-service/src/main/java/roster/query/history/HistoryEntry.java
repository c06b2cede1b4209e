package roster.query.history;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.contract.event.Actor;
import roster.contract.event.RecordedEvent;
import roster.query.member.MemberProjection.Change;

/**
 * What one event did to a member.
 *
 * @param before JSON of the fields that changed, as they were; null for the first event
 * @param after  the same fields as they are now
 */
public record HistoryEntry(UUID memberId, long sequence, UUID organizationId, long position, String type, Instant recordedAt, Actor actor,
        @Nullable UUID onBehalfOf, @Nullable String reason, @Nullable String before, String after) {
    static HistoryEntry of(RecordedEvent recorded, Change change) {
        var fields = ChangedFields.between(change.before(), change.after());
        var metadata = recorded.metadata();
        return new HistoryEntry(recorded.aggregateId(), recorded.sequence(), recorded.organizationId(), recorded.position(),
                recorded.type().storedName(), recorded.recordedAt(), metadata.actor(), metadata.onBehalfOf(), metadata.reason(),
                fields.before(), fields.after());
    }
}
