package roster.command.token;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import roster.command.token.ApiTokenCommand.CreateApiToken;

/** The tokens that let somebody in, as every service looks them up. Kept in the transaction of the command. */
public interface ApiTokens {
    /**
     * Stores the hash of the secret, which no event tells.
     *
     * @throws org.axonframework.modelling.command.ConcurrencyException when the owner has just ceased to be an active member
     */
    void register(CreateApiToken token);

    /** A token of the organization, revoked or not. */
    Optional<Holder> find(UUID organizationId, UUID tokenId);

    /** The personal tokens of a member that have not been revoked. */
    List<UUID> ofMember(UUID memberId);

    /** Whose it is: nobody's, for a token of the organization. */
    record Holder(Optional<UUID> ownerId) {}
}
