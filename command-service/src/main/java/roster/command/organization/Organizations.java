package roster.command.organization;

import roster.contract.event.Organization;

/** Every slug, once. Decided in the command's own transaction. */
public interface Organizations {
    /** @throws roster.command.rejection.Refused when another one has the slug */
    void register(Organization organization);
}
