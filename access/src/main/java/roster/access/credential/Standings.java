package roster.access.credential;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import roster.access.credential.Credential.ApiToken;
import roster.contract.email.EmailAddress;
import roster.contract.event.Identity;
import roster.contract.event.MemberStatus;
import roster.contract.role.Permission;
import roster.contract.role.Role;
import roster.contract.role.Scope;

/**
 * Current status and rights of members and tokens. Commands update them in their own transactions, so a withdrawn right takes effect with
 * the next request to any service, independently of the views.
 */
@Component
public final class Standings {
    private static final String MEMBER = "select member_id, organization_id, role, status from access.member where ";
    private static final String WITH_ACCOUNT = "member_id in (select member_id from access.account where provider = ? and subject = ?";
    private static final String TOKEN = """
            select token_id, organization_id, owner_id, scopes, owner_role, owner_status from access.api_token where\s""";

    private final JdbcClient jdbc;

    Standings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A membership that has not ended. */
    public record Standing(UUID memberId, UUID organizationId, Role role, MemberStatus status) {
        /** Permissions of the role; empty unless the member is active. */
        public Set<Permission> permissions() {
            return status == MemberStatus.ACTIVE ? role.permissions() : Set.of();
        }
    }

    /** An account that a member signs in with. */
    public record Account(UUID accountId, Identity identity, Instant linkedAt) {}

    public Optional<Standing> member(UUID memberId) {
        return jdbc.sql(MEMBER + "member_id = ?").param(memberId).query(Standings::standing).optional();
    }

    /** Those of the given memberships that have not ended. */
    public List<Standing> members(Collection<UUID> memberIds) {
        return memberIds.isEmpty() ? List.of()
                : jdbc.sql(MEMBER + "member_id = any (?)").param(memberIds.toArray(UUID[]::new)).query(Standings::standing).list();
    }

    /** The membership of a person in one organization. */
    public Optional<Standing> member(UUID organizationId, Identity identity) {
        return jdbc.sql(MEMBER + WITH_ACCOUNT + " and organization_id = ?)")
                .param(identity.provider()).param(identity.subject()).param(organizationId)
                .query(Standings::standing).optional();
    }

    /** All memberships of a person that have not ended. */
    public List<Standing> members(Identity identity) {
        return jdbc.sql(MEMBER + WITH_ACCOUNT + ")")
                .param(identity.provider()).param(identity.subject())
                .query(Standings::standing).list();
    }

    /** Names of the identity providers that members with one of the addresses sign in with, in order. */
    public List<String> providersOf(Collection<EmailAddress> emails) {
        return jdbc.sql("select distinct provider from access.address where address = any (?) order by provider")
                .param(emails.stream().map(EmailAddress::canonical).toArray(String[]::new))
                .query(String.class).list();
    }

    /** The accounts that a member signs in with, in the order in which they were linked. */
    public List<Account> accounts(UUID memberId) {
        return jdbc.sql(
                "select account_id, provider, subject, linked_at from access.account where member_id = ? order by linked_at, account_id")
                .param(memberId)
                .query((row, _) -> new Account(row.getObject("account_id", UUID.class),
                        new Identity(row.getString("provider"), row.getString("subject")),
                        row.getObject("linked_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The memberships of an organization with one of these roles, in the order of their ids. */
    public List<Standing> members(UUID organizationId, Collection<Role> roles, UUID after, int limit) {
        return jdbc.sql(MEMBER + "organization_id = ? and role = any (?) and member_id > ? order by member_id limit ?")
                .param(organizationId).param(roles.stream().map(Role::value).toArray(String[]::new)).param(after).param(limit)
                .query(Standings::standing).list();
    }

    /** A token that is neither revoked nor expired, and whose owner, if any, is still a member. */
    public Optional<ApiToken> token(ApiTokenSecret secret) {
        return jdbc.sql(TOKEN + "secret_sha256 = ?").param(secret.sha256()).query(Standings::token).optional();
    }

    /** As {@link #token(ApiTokenSecret)}, by id. */
    public Optional<ApiToken> token(UUID tokenId) {
        return jdbc.sql(TOKEN + "token_id = ?").param(tokenId).query(Standings::token).optional();
    }

    /** Those of the given tokens that are valid. */
    public List<ApiToken> tokens(Collection<UUID> tokenIds) {
        return tokenIds.isEmpty() ? List.of()
                : jdbc.sql(TOKEN + "token_id = any (?)").param(tokenIds.toArray(UUID[]::new)).query(Standings::token).list();
    }

    /** The valid tokens of an organization with one of these scopes, in the order of their ids. */
    public List<ApiToken> tokens(UUID organizationId, Collection<Scope> scopes, UUID after, int limit) {
        return jdbc.sql(TOKEN + "organization_id = ? and scopes && ?::text[] and token_id > ? order by token_id limit ?")
                .param(organizationId).param(scopes.stream().map(Scope::value).toArray(String[]::new)).param(after).param(limit)
                .query(Standings::token).list();
    }

    private static Standing standing(ResultSet row, int number) throws SQLException {
        return new Standing(row.getObject("member_id", UUID.class), row.getObject("organization_id", UUID.class),
                Role.of(row.getString("role")), MemberStatus.of(row.getString("status")));
    }

    private static ApiToken token(ResultSet row, int number) throws SQLException {
        var permissions = Scope.permissions(scopes(row.getArray("scopes")));
        var organizationId = row.getObject("organization_id", UUID.class);
        var owner = owner(row, organizationId);
        if (owner != null) {
            permissions.retainAll(owner.permissions());
        }
        return new ApiToken(row.getObject("token_id", UUID.class), organizationId, owner == null ? null : owner.memberId(),
                permissions);
    }

    private static @Nullable Standing owner(ResultSet row, UUID organizationId) throws SQLException {
        var id = row.getObject("owner_id", UUID.class);
        return id == null ? null
                : new Standing(id, organizationId, Role.of(row.getString("owner_role")), MemberStatus.of(row.getString("owner_status")));
    }

    private static List<Scope> scopes(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray()).map(Scope::of).toList();
    }
}
