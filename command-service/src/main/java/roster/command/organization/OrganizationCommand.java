package roster.command.organization;

import java.util.UUID;

import roster.command.bus.Command;
import roster.command.bus.Creation;
import roster.command.member.FirstAdmin;
import roster.contract.event.Language;
import roster.contract.role.Permission;
import roster.http.access.OperatorOnly;
import roster.http.access.Requires;

/** What can be asked of an organization. */
public sealed interface OrganizationCommand extends Command {
    @Override
    default UUID aggregateId() {
        return organizationId();
    }

    /** @param admin the first member, an admin, who is invited with it */
    @OperatorOnly
    record RegisterOrganization(UUID organizationId, String slug, String name, Language locale, FirstAdmin admin)
            implements
                OrganizationCommand,
                Creation {}

    /** From now on its letters are written in that language. */
    @Requires(Permission.MEMBERS_MANAGE)
    record ChangeOrganizationLocale(UUID organizationId, Language locale) implements OrganizationCommand {}
}
