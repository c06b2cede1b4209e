package roster.query;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import roster.access.credential.ApiTokenSecret;
import roster.contract.event.ApiTokenEvent.ApiTokenCreated;
import roster.contract.event.ApiTokenEvent.ApiTokenRevoked;
import roster.contract.event.Event;
import roster.contract.event.InvitationMailEvent;
import roster.contract.event.MemberEvent.AccountLinked;
import roster.contract.event.MemberEvent.AccountUnlinked;
import roster.contract.event.MemberEvent.InvitationAccepted;
import roster.contract.event.MemberEvent.InvitationDeclined;
import roster.contract.event.MemberEvent.InvitationExpired;
import roster.contract.event.MemberEvent.InvitationResent;
import roster.contract.event.MemberEvent.InvitationRevoked;
import roster.contract.event.MemberEvent.MemberAccessConfirmed;
import roster.contract.event.MemberEvent.MemberDeleted;
import roster.contract.event.MemberEvent.MemberEmailChanged;
import roster.contract.event.MemberEvent.MemberErased;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.MemberEvent.MemberNameChanged;
import roster.contract.event.MemberEvent.MemberReactivated;
import roster.contract.event.MemberEvent.MemberRoleChanged;
import roster.contract.event.MemberEvent.MemberSuspended;
import roster.contract.event.MemberEvent.NewInvitationRequested;
import roster.contract.event.OrganizationEvent.OrganizationLocaleChanged;
import roster.contract.event.OrganizationEvent.OrganizationRegistered;
import roster.contract.role.Role;
import roster.contract.role.Scope;

/** Maintains the access tables as command-service does: organizations, open memberships, and tokens. */
final class Standing {
    private final JdbcClient jdbc;
    private final Map<UUID, ApiTokenSecret> secrets = new ConcurrentHashMap<>();

    Standing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(UUID organization, Event event) {
        switch (event) {
            case OrganizationRegistered it -> sql("insert into command.organization (organization_id, slug, name) values (?, ?, ?)",
                    it.organizationId(), it.slug(), it.name());
            case MemberInvited it -> invited(organization, it);
            case InvitationAccepted it -> accepted(it);
            case MemberNameChanged it -> sql("update command.membership set name = ? where member_id = ?", it.to(), it.memberId());
            case MemberEmailChanged it -> sql("update command.membership set email = ? where member_id = ?", it.to(), it.memberId());
            case MemberRoleChanged it -> role(it.memberId(), it.to());
            case InvitationResent it -> role(it.memberId(), it.role());
            case AccountLinked it -> sql("""
                    insert into command.account (account_id, member_id, organization_id, provider, subject) values (?, ?, ?, ?, ?)""",
                    it.accountId(), it.memberId(), organization, it.identity().provider(), it.identity().subject());
            case AccountUnlinked it -> sql("delete from command.account where account_id = ?", it.accountId());
            case MemberSuspended it -> status(it.memberId(), "suspended");
            case MemberReactivated it -> status(it.memberId(), "active");
            case MemberDeleted it -> ended(it.memberId());
            case InvitationDeclined it -> ended(it.memberId());
            case InvitationRevoked it -> ended(it.memberId());
            case OrganizationLocaleChanged _,InvitationExpired _,NewInvitationRequested _,MemberAccessConfirmed _,MemberErased _,InvitationMailEvent _ -> {
            }
            case ApiTokenCreated it -> created(organization, it);
            case ApiTokenRevoked it -> sql("update command.api_token set revoked = true where token_id = ?", it.tokenId());
        }
    }

    private void invited(UUID organization, MemberInvited it) {
        sql("insert into command.membership (member_id, organization_id, name, email, role, status) values (?, ?, ?, ?, ?, 'invited')",
                it.memberId(), organization, it.name(), it.email(), it.role().value());
    }

    /** Tests give an address to several members, of whom the first one has it here. */
    private void accepted(InvitationAccepted it) {
        var identity = it.identity();
        sql("""
                update command.membership member
                   set status = 'active', identity_provider = ?, identity_subject = ?, active_since = clock_timestamp(),
                       email_claim = (select lower(email) where not exists (
                           select from command.membership other
                            where other.organization_id = member.organization_id and other.email_claim = lower(member.email)))
                 where member_id = ?""",
                identity == null ? null : identity.provider(), identity == null ? null : identity.subject(), it.memberId());
    }

    private void role(UUID member, Role role) {
        sql("update command.membership set role = ? where member_id = ?", role.value(), member);
    }

    private void status(UUID member, String status) {
        sql("update command.membership set status = ? where member_id = ?", status, member);
    }

    private void ended(UUID member) {
        sql("delete from command.membership where member_id = ?", member);
    }

    private void created(UUID organization, ApiTokenCreated it) {
        var secret = ApiTokenSecret.random();
        secrets.put(it.tokenId(), secret);
        sql("""
                insert into command.api_token (token_id, organization_id, owner_id, scopes, secret_sha256, expires_at)
                values (?, ?, ?, ?, ?, ?)""",
                it.tokenId(), organization, it.ownerId(), it.scopes().stream().map(Scope::value).toArray(String[]::new),
                secret.sha256(), timestamp(it.expiresAt()));
    }

    ApiTokenSecret secret(UUID tokenId) {
        return Objects.requireNonNull(secrets.get(tokenId));
    }

    private static @Nullable OffsetDateTime timestamp(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private void sql(String statement, @Nullable Object... parameters) {
        jdbc.sql(statement).params(parameters).update();
    }
}
