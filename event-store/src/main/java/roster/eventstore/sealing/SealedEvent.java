package roster.eventstore.sealing;

import java.util.List;
import java.util.UUID;

/** An event as it is stored: in its payload and its metadata stands the place of what is sealed instead of it. */
public record SealedEvent(String payload, String metadata, SealedFields fields) {
    /** Whose keys it takes. */
    public List<UUID> members() {
        return fields.members();
    }
}
