package roster.query.organization;

import java.util.UUID;

import roster.contract.event.OrganizationEvent;
import roster.contract.event.OrganizationEvent.OrganizationRegistered;

/** What a path may call an organization. */
public record OrganizationView(UUID organizationId, String slug, String name) {
    public static OrganizationView evolve(OrganizationEvent event) {
        return switch (event) {
            case OrganizationRegistered it -> new OrganizationView(it.organizationId(), it.slug(), it.name());
        };
    }
}
