package roster.eventstore.sealing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.SecretKey;

import org.jspecify.annotations.Nullable;

import roster.contract.event.Event;
import roster.contract.event.EventJson;
import roster.contract.event.EventMetadata;
import roster.contract.event.EventType;
import roster.contract.event.Sealed;
import roster.contract.event.Sealer;
import roster.eventstore.sealing.Unreadable.Cause;

/** Opens the events of one batch. */
public final class Opening {
    /** How {@code jsonb} writes the beginning of what is sealed; no text of a person's can look like it, for its quotes are escaped. */
    private static final String SEALED = "{\"key\": \"";
    private static final int ID = 36;

    private final Map<UUID, DataKey> keys;
    private final Unreadable unreadable;

    Opening(Map<UUID, DataKey> keys, Unreadable unreadable) {
        this.keys = keys;
        this.unreadable = unreadable;
    }

    /** Adds whose keys the JSON takes. */
    public static void needed(String json, Set<UUID> keys) {
        for (int at = json.indexOf(SEALED); at >= 0; at = json.indexOf(SEALED, at + SEALED.length())) {
            int from = at + SEALED.length();
            var key = from + ID <= json.length() ? id(json.substring(from, from + ID)) : null;
            if (key != null) {
                keys.add(key);
            }
        }
    }

    private static @Nullable UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    public Event event(long position, UUID eventId, EventType type, int revision, String json) {
        return EventJson.read(type, revision, json, opener(position, eventId, ""));
    }

    public EventMetadata metadata(long position, UUID eventId, String json) {
        return EventJson.readMetadata(json, opener(position, eventId, Sealing.METADATA));
    }

    private Sealer.Opener opener(long position, UUID eventId, String place) {
        return (pointer, sealed) -> open(position, eventId, place + pointer, sealed);
    }

    private @Nullable String open(long position, UUID eventId, String field, Sealed sealed) {
        var member = id(sealed.keyId());
        if (member == null) {
            return unreadable.report(Cause.DAMAGED, position, field);
        }
        return switch (keys.get(member)) {
            case DataKey.Usable(var key, _) -> open(key, position, eventId, field, sealed);
            case DataKey.Destroyed _ -> null;
            case DataKey.Damaged _ -> unreadable.report(Cause.DAMAGED, position, field);
            case null -> unreadable.report(Cause.LOST, position, field);
        };
    }

    private @Nullable String open(SecretKey key, long position, UUID eventId, String field, Sealed sealed) {
        try {
            var text = AesGcm.ofThread().open(key, Bytes.of(eventId, field), Base64.getDecoder().decode(sealed.content()));
            return new String(text, StandardCharsets.UTF_8);
        } catch (AEADBadTagException | IllegalArgumentException _) {
            return unreadable.report(Cause.DAMAGED, position, field);
        }
    }
}
