package roster.command.organization;

import java.util.UUID;

import roster.contract.event.Language;
import roster.contract.event.Organization;

/** Every slug, once, and in which language letters are written. Decided in the command's own transaction. */
public interface Organizations {
    /** @throws roster.command.rejection.Refused when another one has the slug */
    void register(Organization organization);

    void changeLocale(UUID organizationId, Language locale);
}
