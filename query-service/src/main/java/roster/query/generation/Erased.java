package roster.query.generation;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import roster.contract.event.RecordedEvent;

/**
 * Members who were erased in a batch.
 *
 * @param organizations that they belonged to
 * @param streams       reads all their events as they can be read from now on, each member's in order
 */
public record Erased(Collection<UUID> members, Collection<UUID> organizations, Supplier<List<RecordedEvent>> streams) {
    public UUID[] memberIds() {
        return members.toArray(UUID[]::new);
    }

    public UUID[] organizationIds() {
        return organizations.toArray(UUID[]::new);
    }
}
