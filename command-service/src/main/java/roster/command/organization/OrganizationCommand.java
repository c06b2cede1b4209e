package roster.command.organization;

import java.util.UUID;

import roster.access.requirement.OperatorOnly;
import roster.access.requirement.Requires;
import roster.command.bus.Command;
import roster.command.bus.Creation;
import roster.command.member.FirstAdmin;
import roster.contract.mail.Language;
import roster.contract.role.Permission;

/** Commands on an organization. */
public sealed interface OrganizationCommand extends Command {
    @Override
    default UUID aggregateId() {
        return organizationId();
    }

    /** @param admin first admin, who is invited with the registration */
    @OperatorOnly
    record RegisterOrganization(UUID organizationId, String slug, String name, Language locale, FirstAdmin admin)
            implements
                OrganizationCommand,
                Creation {}

    /** Changes the language of the organization's e-mails. */
    @Requires(Permission.MEMBERS_MANAGE)
    record ChangeOrganizationLocale(UUID organizationId, Language locale) implements OrganizationCommand {}
}
