package roster.query.generation;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import roster.contract.stored.RecordedEvent;

/**
 * Members who are erased by the events of a batch.
 *
 * @param organizations organizations of these members
 * @param streams       reads all their events without the erased fields, in order per member
 */
public record Erased(Collection<UUID> members, Collection<UUID> organizations, Supplier<List<RecordedEvent>> streams) {
    public UUID[] memberIds() {
        return members.toArray(UUID[]::new);
    }

    public UUID[] organizationIds() {
        return organizations.toArray(UUID[]::new);
    }
}
