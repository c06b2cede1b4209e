package roster.command.token;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import roster.access.requirement.Requires;
import roster.command.access.NeedsByContent;
import roster.command.access.Owned;
import roster.command.access.PeopleOnly;
import roster.command.bus.Command;
import roster.command.bus.Creation;
import roster.contract.event.ApiTokenKind;
import roster.contract.role.Permission;
import roster.contract.role.Scope;

/** Commands on an API token. */
sealed interface ApiTokenCommand extends Command {
    UUID tokenId();

    @Override
    default UUID aggregateId() {
        return tokenId();
    }

    /**
     * Creates an API token. Each scope needs a permission. An organization token keeps its rights when its creator loses them, so creating one
     * also needs the permission to add users. Tokens cannot create tokens, which would stay valid after their own revocation.
     *
     * @param ownerId    owner of a personal token; null for an organization token
     * @param expiresAt  null for never
     * @param secretHash hash of the secret, which is not stored
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
