package roster.command.token;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import roster.command.access.NeedsByContent;
import roster.command.access.Owned;
import roster.command.access.PeopleOnly;
import roster.command.bus.Command;
import roster.command.bus.Creation;
import roster.contract.event.ApiTokenKind;
import roster.contract.role.Permission;
import roster.contract.role.Scope;
import roster.http.access.Requires;

/** What can be asked of an API token. */
sealed interface ApiTokenCommand extends Command {
    UUID tokenId();

    @Override
    default UUID aggregateId() {
        return tokenId();
    }

    /**
     * Each scope needs a permission of its own. A token of the organization outlives its creator's rights, so it takes somebody who may
     * add users anyway. No token creates another: it would outlive its own revocation.
     *
     * @param ownerId    the member whose personal token it is to be
     * @param expiresAt  null for never
     * @param secretHash all that is to be known of the secret
     */
    @PeopleOnly
    record CreateApiToken(UUID tokenId, UUID organizationId, ApiTokenKind kind, @Nullable UUID ownerId, String name, List<Scope> scopes,
            @Nullable Instant expiresAt, SecretHash secretHash) implements ApiTokenCommand, Creation, NeedsByContent {
        @Override
        public Permission[] needed() {
            var forScopes = scopes.stream().map(Scope::neededToGrant);
            var forKind = kind == ApiTokenKind.ORGANIZATION ? Stream.of(Permission.MEMBERS_MANAGE) : Stream.<Permission>empty();
            return Stream.concat(forScopes, forKind).toArray(Permission[]::new);
        }
    }

    @Requires(Permission.MEMBERS_MANAGE)
    record RevokeApiToken(UUID tokenId, UUID organizationId, @Nullable UUID owner) implements ApiTokenCommand, Owned {}
}
