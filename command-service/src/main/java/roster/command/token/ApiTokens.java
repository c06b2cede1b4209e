package roster.command.token;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import roster.command.token.ApiTokenCommand.CreateApiToken;

/** The table of API tokens that all services authenticate with. Updated in the transaction of the command. */
public interface ApiTokens {
    /**
     * Stores the hash of the secret, which no event contains.
     *
     * @throws org.axonframework.modelling.command.ConcurrencyException when the owner is concurrently no longer an active member
     */
    void register(CreateApiToken token);

    /** A token in the organization, revoked or not. */
    Optional<Holder> find(UUID organizationId, UUID tokenId);

    /** The personal tokens of a member that have not been revoked. */
    List<UUID> ofMember(UUID memberId);

    /** The owner; empty for an organization token. */
    record Holder(Optional<UUID> ownerId) {}
}
