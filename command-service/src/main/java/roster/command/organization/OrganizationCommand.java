package roster.command.organization;

import java.util.UUID;

import roster.command.bus.Command;
import roster.command.bus.Creation;
import roster.command.member.FirstAdmin;
import roster.http.access.OperatorOnly;

/** What can be asked of an organization. */
public sealed interface OrganizationCommand extends Command {
    @Override
    default UUID aggregateId() {
        return organizationId();
    }

    /** @param admin the first member, an admin, who is invited with it */
    @OperatorOnly
    record RegisterOrganization(UUID organizationId, String slug, String name, FirstAdmin admin) implements OrganizationCommand, Creation {}
}
