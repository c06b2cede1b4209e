package roster.eventstore.sealing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import roster.contract.stored.Concerned;
import roster.contract.stored.EventJson;
import roster.contract.stored.Sealer;
import roster.contract.stored.Sealer.Stored;

/** Seals the events of one append. */
public final class Sealing {
    /** Prefix of the JSON pointers of fields of the metadata. */
    static final String METADATA = "metadata";

    private final Map<UUID, DataKey> keys;
    private final List<NewKey> made;

    Sealing(Map<UUID, DataKey> keys, List<NewKey> made) {
        this.keys = keys;
        this.made = List.copyOf(made);
    }

    /** The members whose data keys an event needs. */
    static Stream<UUID> needed(Concerned event) {
        return event.personal().map(event::member).flatMap(Optional::stream);
    }

    /** Keys to be stored with the events. */
    public List<NewKey> newKeys() {
        return made;
    }

    public SealedEvent event(UUID eventId, Concerned concerned) {
        var fields = new SealedFields();
        return new SealedEvent(EventJson.write(concerned.event(), sealer(eventId, concerned, "", fields)),
                EventJson.write(concerned.metadata(), sealer(eventId, concerned, METADATA, fields)), fields);
    }

    private Sealer sealer(UUID eventId, Concerned concerned, String part, SealedFields fields) {
        return (whose, pointer, text) -> concerned.member(whose)
                .map(member -> seal(member, Bytes.of(eventId, part + pointer), text, fields))
                .orElseGet(Stored.Clear::new);
    }

    private Stored seal(UUID member, byte[] about, String text, SealedFields fields) {
        return switch (keys.get(member)) {
            case DataKey.Usable(var key, _) -> new Stored.Closed(fields.add(member,
                    AesGcm.ofThread().seal(key, about, text.getBytes(StandardCharsets.UTF_8))));
            case DataKey.Destroyed _ -> new Stored.Nothing();
            case DataKey.Damaged _ -> throw new IllegalStateException("was looked at before");
            case null -> throw new IllegalStateException("was not asked for");
        };
    }
}
