package roster.eventstore.sealing;

import java.util.List;
import java.util.UUID;

/** An event as it is stored. Its payload and metadata contain, instead of each sealed text, the index of the sealed field. */
public record SealedEvent(String payload, String metadata, SealedFields fields) {
    /** The members whose data keys seal its fields. */
    public List<UUID> members() {
        return fields.members();
    }
}
