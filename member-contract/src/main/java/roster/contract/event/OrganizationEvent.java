package roster.contract.event;

import java.util.UUID;

/** The life of an organization. */
public sealed interface OrganizationEvent extends Event {
    UUID organizationId();

    @Override
    default UUID aggregateId() {
        return organizationId();
    }

    record OrganizationRegistered(UUID organizationId, String slug, String name) implements OrganizationEvent {}
}
