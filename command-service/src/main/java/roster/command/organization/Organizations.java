package roster.command.organization;

import java.util.Optional;

import roster.contract.event.Organization;

/** Every organization, by id and by slug. Decided in the command's own transaction. */
public interface Organizations {
    /** @throws roster.command.rejection.Refused when another one has the slug */
    void register(Organization organization);

    /** @param idOrSlug as in a path */
    Optional<Organization> find(String idOrSlug);
}
