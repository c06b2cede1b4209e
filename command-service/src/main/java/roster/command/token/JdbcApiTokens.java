package roster.command.token;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import roster.command.token.ApiTokenCommand.CreateApiToken;
import roster.contract.role.Scope;

@Component
class JdbcApiTokens implements ApiTokens {
    /** Locks the membership, so that a concurrent deletion waits, and then also revokes this token. */
    private static final String REGISTER = """
            with owner as (
                     select member_id from command.membership
                      where member_id = :owner and organization_id = :organization and status = 'active' for share)
            insert into command.api_token (token_id, organization_id, owner_id, scopes, secret_sha256, expires_at)
            select :token, :organization, :owner, :scopes, :secret, :expiresAt
             where :owner::uuid is null or exists (select from owner)""";

    private final JdbcClient jdbc;

    JdbcApiTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void register(CreateApiToken token) {
        int registered = jdbc.sql(REGISTER)
                .param("token", token.tokenId()).param("organization", token.organizationId()).param("owner", token.ownerId())
                .param("scopes", token.scopes().stream().map(Scope::value).toArray(String[]::new))
                .param("secret", token.secretHash().bytes()).param("expiresAt", timestamp(token.expiresAt()))
                .update();
        if (registered == 0) {
            throw new ConcurrencyException("the owner has just ceased to be an active member");
        }
    }

    @Override
    public Optional<Holder> find(UUID organizationId, UUID tokenId) {
        return jdbc.sql("select owner_id from command.api_token where token_id = ? and organization_id = ?")
                .param(tokenId).param(organizationId)
                .query((row, _) -> new Holder(Optional.ofNullable(row.getObject(1, UUID.class))))
                .optional();
    }

    @Override
    public List<UUID> ofMember(UUID memberId) {
        return jdbc.sql("select token_id from command.api_token where owner_id = ? and not revoked order by token_id")
                .param(memberId).query(UUID.class).list();
    }

    private static @Nullable OffsetDateTime timestamp(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
