package roster.query.proof;

import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import roster.query.log.LogTrees.LoggedLeaf;
import roster.recordlog.event.LoggedEvent;

/**
 * An event as it is stored, in a file for verifiers.
 *
 * @param index    in the organization's tree
 * @param hash     of the leaf, as the tree has it, in base64
 * @param eventId  absent, as all that follows, when the store no longer has the event
 * @param payload  text of JSON, byte for byte what the leaf has
 * @param metadata text of JSON, likewise
 * @param sealed   personal fields, encrypted, in base64
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EntryLine(long index, String position, String hash, @Nullable UUID eventId, @Nullable UUID aggregateId,
        @Nullable UUID organizationId,
        @Nullable Long sequence, @Nullable String type, @Nullable Integer revision, @Nullable Instant recordedAt, @Nullable String payload,
        @Nullable String metadata, @Nullable String sealed) {
    /** @param event null when the store no longer has it */
    static EntryLine of(long index, LoggedLeaf leaf, @Nullable LoggedEvent event) {
        var position = Long.toString(leaf.position());
        var hash = leaf.hash().toString();
        return event == null ? new EntryLine(index, position, hash, null, null, null, null, null, null, null, null, null, null)
                : new EntryLine(index, position, hash, event.eventId(), event.aggregateId(), event.organizationId(), event.sequence(),
                        event.type(), event.revision(), event.recordedAt(), event.payload(), event.metadata(),
                        Base64.getEncoder().encodeToString(event.sealed().bytes()));
    }
}
