package roster.command.member;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import roster.command.bus.MustComeFirst;
import roster.command.member.MemberCommand.ExpireInvitation;
import roster.command.rejection.Refused;
import roster.command.rejection.Rejection.Conflict;
import roster.command.rejection.Rejection.EmailTaken;
import roster.command.rejection.Rejection.Invalid;
import roster.command.rejection.Rejection.LimitReached;
import roster.contract.event.Identity;
import roster.contract.event.Inviter;
import roster.contract.event.MemberStatus;
import roster.contract.role.Role;

/** The open memberships in {@code command.membership}. */
@Component
class JdbcMemberships implements Memberships {
    private final JdbcClient jdbc;
    private final ActiveAdmins admins;
    private final InvitationTerms terms;

    JdbcMemberships(JdbcClient jdbc, InvitationTerms terms) {
        this.jdbc = jdbc;
        this.admins = new ActiveAdmins(jdbc);
        this.terms = terms;
    }

    /** {@code on conflict} waits for a command that claims the same address at this moment, and sees how it ends. */
    private static final String INVITE = """
            with inviter as (%s),
                 open as (%s),
                 claimed as (
                     insert into command.membership
                            (member_id, organization_id, email_claim, name, email, role, status, invitation_expires_at)
                     values (:member, :organization, :claim, :name, :email, :role, 'invited', :expiresAt)
                         on conflict (organization_id, email_claim) do nothing returning 1)
            select exists (select from claimed), (select count(*) from open), inviter.member_id, inviter.name, inviter.email
              from (values (1)) always left join inviter on true""";

    private static final String RESEND = """
            with inviter as (%s),
                 open as (%s),
                 claimed as (
                     update command.membership set email_claim = :claim, invitation_expires_at = :expiresAt
                      where member_id = :member returning 1)
            select exists (select from claimed), (select count(*) from open), inviter.member_id, inviter.name, inviter.email
              from (values (1)) always left join inviter on true""";

    /** What can still be accepted; an overdue invitation is no longer open, whether that has been recorded or not. */
    private static final String OTHER_OPEN_INVITATIONS = """
            select from command.membership
             where organization_id = :organization and status = 'invited' and invitation_expires_at > :now and member_id <> :member
             limit :limit""";

    private static final String LONGEST_STANDING_ADMIN = """
            select member_id, name, email from command.membership
             where organization_id = :organization and status = 'active' and role = 'admin' order by active_since, member_id limit 1""";

    private static final String NAMED_MEMBER = """
            select member_id, name, email from command.membership
             where member_id = :onBehalfOf and organization_id = :organization and status = 'active'""";

    private record Claim(boolean claimed, int open, Optional<Inviter> inviter) {}

    @Override
    public Optional<Inviter> invite(Invitee invitee, @Nullable UUID onBehalfOf) {
        var claim = claim(INVITE, invitee, onBehalfOf);
        if (!claim.claimed) {
            refuseTaken(invitee);
        }
        return inviter(claim, onBehalfOf);
    }

    @Override
    public Optional<Inviter> resend(Invitee invitee, @Nullable UUID onBehalfOf) {
        if (holder(invitee).filter(holder -> !holder.equals(invitee.memberId())).isPresent()) {
            refuseTaken(invitee);
        }
        try {
            return inviter(claim(RESEND, invitee, onBehalfOf), onBehalfOf);
        } catch (DuplicateKeyException e) {
            throw new ConcurrencyException("another command has just claimed the address", e);
        }
    }

    private Claim claim(String statement, Invitee invitee, @Nullable UUID onBehalfOf) {
        var inviter = onBehalfOf == null ? LONGEST_STANDING_ADMIN : NAMED_MEMBER;
        return jdbc.sql(statement.formatted(inviter, OTHER_OPEN_INVITATIONS))
                .param("organization", invitee.organizationId()).param("member", invitee.memberId())
                .param("claim", invitee.email().canonical()).param("name", invitee.name()).param("email", invitee.email().entered())
                .param("role", invitee.role().value()).param("expiresAt", timestamp(invitee.expiresAt()))
                .param("limit", terms.openLimit()).param("now", timestamp(terms.now())).param("onBehalfOf", onBehalfOf)
                .query((row, _) -> new Claim(row.getBoolean(1), row.getInt(2), row.getObject(3) == null ? Optional.empty()
                        : Optional.of(new Inviter(row.getObject(3, UUID.class), row.getString(4), row.getString(5)))))
                .single();
    }

    private Optional<Inviter> inviter(Claim claim, @Nullable UUID onBehalfOf) {
        if (claim.open >= terms.openLimit()) {
            throw new Refused(new LimitReached("The organization has " + terms.openLimit() + " open invitations.", terms.life()));
        }
        if (onBehalfOf != null && claim.inviter.isEmpty()) {
            throw new Refused(new Invalid(Invalid.Source.HEADER, "On-Behalf-Of", "is not an active member of this organization"));
        }
        return claim.inviter;
    }

    /** An address whose invitation is overdue is free as soon as that has been recorded. */
    private void refuseTaken(Invitee invitee) {
        var holder = holder(invitee).orElseThrow(() -> new ConcurrencyException("the address has just become free"));
        var overdue = jdbc.sql("select status = 'invited' and invitation_expires_at <= ? from command.membership where member_id = ?")
                .param(timestamp(terms.now())).param(holder).query(Boolean.class).optional();
        if (overdue.orElse(false)) {
            throw new MustComeFirst(new ExpireInvitation(holder, invitee.organizationId()));
        }
        throw new Refused(new EmailTaken());
    }

    private Optional<UUID> holder(Invitee invitee) {
        return jdbc.sql("select member_id from command.membership where organization_id = ? and email_claim = ?")
                .param(invitee.organizationId()).param(invitee.email().canonical())
                .query(UUID.class).optional();
    }

    @Override
    public void accept(UUID organizationId, UUID memberId, Role role, @Nullable Identity identity) {
        if (role == Role.ADMIN) {
            admins.add(organizationId);
        }
        try {
            activate(organizationId, memberId, identity);
        } catch (DuplicateKeyException e) {
            throw new ConcurrencyException("the same person has just become another member", e);
        }
    }

    private void activate(UUID organizationId, UUID memberId, @Nullable Identity identity) {
        if (identity != null && isSomebodyElse(organizationId, memberId, identity)) {
            throw new Refused(new Conflict("This account belongs to another member of the organization."));
        }
        one(jdbc.sql("""
                update command.membership
                   set status = 'active', active_since = clock_timestamp(), invitation_expires_at = null,
                       identity_provider = ?, identity_subject = ?
                 where member_id = ?""")
                .param(identity == null ? null : identity.provider()).param(identity == null ? null : identity.subject())
                .param(memberId));
    }

    private boolean isSomebodyElse(UUID organizationId, UUID memberId, Identity identity) {
        return jdbc.sql("""
                select exists (select from command.membership where identity_provider = ? and identity_subject = ?
                                  and organization_id = ? and member_id <> ?)""")
                .param(identity.provider()).param(identity.subject()).param(organizationId).param(memberId)
                .query(Boolean.class).single();
    }

    @Override
    public void changeRole(UUID organizationId, UUID memberId, MemberStatus status, Role from, Role to) {
        if (status == MemberStatus.ACTIVE && from == Role.ADMIN) {
            admins.release(organizationId, memberId);
        }
        if (status == MemberStatus.ACTIVE && to == Role.ADMIN) {
            admins.add(organizationId);
        }
        one(jdbc.sql("update command.membership set role = ? where member_id = ?").param(to.value()).param(memberId));
    }

    @Override
    public void suspend(UUID organizationId, UUID memberId, Role role) {
        if (role == Role.ADMIN) {
            admins.release(organizationId, memberId);
        }
        one(jdbc.sql("update command.membership set status = 'suspended' where member_id = ?").param(memberId));
    }

    @Override
    public void reactivate(UUID organizationId, UUID memberId, Role role) {
        if (role == Role.ADMIN) {
            admins.add(organizationId);
        }
        one(jdbc.sql("update command.membership set status = 'active' where member_id = ?").param(memberId));
    }

    @Override
    public void expire(UUID memberId) {
        one(jdbc.sql("update command.membership set email_claim = null, invitation_expires_at = null where member_id = ?")
                .param(memberId));
    }

    @Override
    public void end(UUID organizationId, UUID memberId, MemberStatus status, Role role) {
        if (status == MemberStatus.ACTIVE && role == Role.ADMIN) {
            admins.release(organizationId, memberId);
        }
        one(jdbc.sql("delete from command.membership where member_id = ?").param(memberId));
    }

    @Override
    public Optional<UUID> organizationOf(UUID memberId) {
        return jdbc.sql("select organization_id from command.membership where member_id = ?").param(memberId)
                .query(UUID.class).optional();
    }

    /** The row may be gone when another command ended the membership after this one read the stream. */
    private static void one(JdbcClient.StatementSpec statement) {
        if (statement.update() != 1) {
            throw new ConcurrencyException("the membership has just changed");
        }
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
