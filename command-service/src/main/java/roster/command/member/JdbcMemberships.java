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
import roster.command.member.InvitationClaims.Claim;
import roster.command.member.MemberCommand.ExpireInvitation;
import roster.command.rejection.Refused;
import roster.command.rejection.Rejection.Conflict;
import roster.command.rejection.Rejection.EmailTaken;
import roster.command.rejection.Rejection.Invalid;
import roster.contract.event.Identity;
import roster.contract.event.MemberStatus;
import roster.contract.role.Role;

/** The open memberships in {@code command.membership}. */
@Component
class JdbcMemberships implements Memberships {
    private final JdbcClient jdbc;
    private final ActiveAdmins admins;
    private final InvitationClaims claims;
    private final InvitationTerms terms;

    JdbcMemberships(JdbcClient jdbc, InvitationTerms terms, InvitationLimits limits) {
        this.jdbc = jdbc;
        this.admins = new ActiveAdmins(jdbc);
        this.claims = new InvitationClaims(jdbc, terms, limits);
        this.terms = terms;
    }

    /** Who has an address. */
    private record Holder(UUID memberId, boolean overdue) {}

    @Override
    public Letterhead invite(Invitee invitee, @Nullable UUID onBehalfOf) {
        var claim = claims.invite(invitee, onBehalfOf);
        if (!claim.claimed()) {
            throw refusal(invitee, claim);
        }
        return letterhead(claim, onBehalfOf);
    }

    @Override
    public Letterhead resend(Invitee invitee, @Nullable UUID onBehalfOf) {
        var holder = holder(invitee).filter(it -> !it.memberId.equals(invitee.memberId()));
        if (holder.isPresent()) {
            throw taken(invitee, holder.get());
        }
        try {
            var claim = claims.resend(invitee, onBehalfOf);
            if (!claim.claimed()) {
                throw refusal(claim);
            }
            return letterhead(claim, onBehalfOf);
        } catch (DuplicateKeyException e) {
            throw new ConcurrencyException("another command has just claimed the address", e);
        }
    }

    private static Letterhead letterhead(Claim claim, @Nullable UUID onBehalfOf) {
        if (onBehalfOf != null && claim.letterhead().inviter().isEmpty()) {
            throw new Refused(new Invalid(Invalid.Source.HEADER, "On-Behalf-Of", "is not an active member of this organization"));
        }
        return claim.letterhead();
    }

    /** That somebody has the address is said even where a cap is reached: waiting would not help. */
    private RuntimeException refusal(Invitee invitee, Claim claim) {
        var holder = holder(invitee).filter(it -> !it.overdue || claim.reached().isEmpty());
        return holder.isPresent() ? taken(invitee, holder.get()) : refusal(claim);
    }

    private static RuntimeException refusal(Claim claim) {
        return claim.reached().isPresent()
                ? new Refused(claim.reached().get())
                : new ConcurrencyException("the membership has just changed");
    }

    /** An address whose invitation is overdue is free as soon as that has been recorded. */
    private static RuntimeException taken(Invitee invitee, Holder holder) {
        return holder.overdue
                ? new MustComeFirst(new ExpireInvitation(holder.memberId, invitee.organizationId()))
                : new Refused(new EmailTaken());
    }

    private Optional<Holder> holder(Invitee invitee) {
        return jdbc.sql("""
                select member_id, status = 'invited' and invitation_expires_at <= ? from command.membership
                 where organization_id = ? and email_claim = ?""")
                .param(timestamp(terms.now())).param(invitee.organizationId()).param(invitee.email().canonical())
                .query((row, _) -> new Holder(row.getObject(1, UUID.class), row.getBoolean(2)))
                .optional();
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
    public Letterhead letterheadOf(UUID organizationId, @Nullable UUID memberId) {
        return jdbc.sql("""
                select member_id, membership.name, email, locale
                  from command.organization
                  left join command.membership on member_id = ? and membership.organization_id = organization.organization_id
                                              and status = 'active'
                 where organization.organization_id = ?""")
                .param(memberId).param(organizationId)
                .query((row, _) -> Letterhead.of(row))
                .single();
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
