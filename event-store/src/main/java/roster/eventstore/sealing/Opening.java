package roster.eventstore.sealing;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.SecretKey;

import org.jspecify.annotations.Nullable;

import roster.contract.event.Event;
import roster.contract.event.EventMetadata;
import roster.contract.stored.EventJson;
import roster.contract.stored.EventType;
import roster.contract.stored.Sealer;
import roster.eventstore.sealing.Unreadable.Cause;

/** Opens the events of one batch. */
public final class Opening {
    private final Map<UUID, DataKey> keys;
    private final Unreadable unreadable;

    Opening(Map<UUID, DataKey> keys, Unreadable unreadable) {
        this.keys = keys;
        this.unreadable = unreadable;
    }

    public Event event(long position, UUID eventId, EventType type, int revision, SealedEvent stored) {
        return EventJson.read(type, revision, stored.payload(), opener(position, eventId, "", stored.fields()));
    }

    public EventMetadata metadata(long position, UUID eventId, SealedEvent stored) {
        return EventJson.readMetadata(stored.metadata(), opener(position, eventId, Sealing.METADATA, stored.fields()));
    }

    private Sealer.Opener opener(long position, UUID eventId, String part, SealedFields fields) {
        return (pointer, place) -> {
            var field = part + pointer;
            var member = fields.member(place);
            return member.isEmpty()
                    ? unreadable.report(Cause.DAMAGED, position, field)
                    : open(keys.get(member.get()), position, eventId, field, fields.content(place));
        };
    }

    private @Nullable String open(@Nullable DataKey dataKey, long position, UUID eventId, String field, byte[] content) {
        return switch (dataKey) {
            case DataKey.Usable(var key, _) -> open(key, position, eventId, field, content);
            case DataKey.Destroyed _ -> null;
            case DataKey.Damaged _ -> unreadable.report(Cause.DAMAGED, position, field);
            case null -> unreadable.report(Cause.LOST, position, field);
        };
    }

    private @Nullable String open(SecretKey key, long position, UUID eventId, String field, byte[] content) {
        try {
            return new String(AesGcm.ofThread().open(key, Bytes.of(eventId, field), content), StandardCharsets.UTF_8);
        } catch (AEADBadTagException _) {
            return unreadable.report(Cause.DAMAGED, position, field);
        }
    }
}
