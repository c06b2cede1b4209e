package roster.command.membership;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import roster.command.store.InlineProjection;
import roster.contract.email.EmailAddress;
import roster.contract.event.Identity;
import roster.contract.event.Inviter;
import roster.contract.event.MemberEvent;
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
import roster.contract.event.MemberStatus;
import roster.eventstore.InlineChange;
import roster.eventstore.NewEvent;

/**
 * Projects open memberships into {@code command.membership}, one row each, and the e-mails that limits count into
 * {@code command.invitation_letter}. {@code email_claim} is unique in an organization, and null while the invitation is expired.
 */
@Component
final class MembershipProjection implements InlineProjection {
    private static final String INVITED = """
            with letter as (insert into command.invitation_letter (address, inviter_id, sent_at) values (?, ?, ?))
            insert into command.membership
                   (member_id, organization_id, email_claim, name, email, role, status, invitation_expires_at, inviter_id)
            values (?, ?, ?, ?, ?, ?, 'invited', ?, ?)""";

    private static final String RESENT = """
            with letter as (insert into command.invitation_letter (address, inviter_id, sent_at) values (?, ?, ?))
            update command.membership set email_claim = ?, invitation_expires_at = ?, inviter_id = ? where member_id = ?""";

    /** A trigger adds the account to {@code command.account}. */
    private static final String ACCEPTED = """
            update command.membership
               set status = 'active', active_since = clock_timestamp(), invitation_expires_at = null, identity_provider = ?,
                   identity_subject = ?
             where member_id = ?""";

    private static final String EXPIRED = """
            update command.membership set email_claim = null, invitation_expires_at = null where member_id = ?""";

    private static final String ENDED = "delete from command.membership where member_id = ?";
    private static final String NAME_CHANGED = "update command.membership set name = ? where member_id = ?";
    private static final String EMAIL_CHANGED = "update command.membership set email = ?, email_claim = ? where member_id = ?";
    /** The previous address is sent a notice. */
    private static final String EMAIL_CHANGED_WITH_NOTICE = """
            with letter as (insert into command.invitation_letter (address, sent_at) values (?, ?))
            update command.membership set email = ?, email_claim = ? where member_id = ?""";
    private static final String ROLE_CHANGED = "update command.membership set role = ? where member_id = ?";
    private static final String ACCOUNT_LINKED = """
            insert into command.account (account_id, member_id, organization_id, provider, subject)
            select ?, member_id, organization_id, ?, ? from command.membership where member_id = ?""";
    /** The columns of the membership are read by the previous version, which then no longer admits the member with any account. */
    private static final String ACCOUNT_UNLINKED = """
            with account as (delete from command.account where account_id = ?)
            update command.membership set identity_provider = null, identity_subject = null where member_id = ?""";
    private static final String SUSPENDED = "update command.membership set status = 'suspended' where member_id = ?";
    private static final String REACTIVATED = "update command.membership set status = 'active' where member_id = ?";

    private final InvitationTerms terms;
    private final AddressHash hash;

    MembershipProjection(InvitationTerms terms, AddressHash hash) {
        this.terms = terms;
        this.hash = hash;
    }

    @Override
    public Optional<InlineChange> of(NewEvent event) {
        return event.event() instanceof MemberEvent it ? of(it) : Optional.empty();
    }

    private Optional<InlineChange> of(MemberEvent event) {
        var member = event.memberId();
        return switch (event) {
            case MemberInvited it -> invited(it, address(it.email()));
            case InvitationResent it -> resent(it, address(it.email()));
            case InvitationAccepted it -> accepted(member, it.identity());
            case InvitationExpired _ -> change(EXPIRED, member);
            case MemberNameChanged it -> change(NAME_CHANGED, it.to(), member);
            case MemberEmailChanged it -> emailChanged(it, address(it.to()).canonical());
            case MemberRoleChanged it -> change(ROLE_CHANGED, it.to().value(), member);
            case AccountLinked it -> change(ACCOUNT_LINKED, it.accountId(), it.identity().provider(), it.identity().subject(), member);
            case AccountUnlinked it -> change(ACCOUNT_UNLINKED, it.accountId(), member);
            case MemberSuspended _ -> change(SUSPENDED, member);
            case MemberReactivated _ -> change(REACTIVATED, member);
            case InvitationDeclined _,InvitationRevoked _,MemberDeleted _ -> change(ENDED, member);
            case NewInvitationRequested _,MemberAccessConfirmed _,MemberErased _ -> Optional.empty();
        };
    }

    private Optional<InlineChange> invited(MemberInvited it, EmailAddress address) {
        return change(INVITED, hash.of(address), idOf(it.inviter()), timestamp(terms.now()), it.memberId(), it.organization().id(),
                address.canonical(), it.name(), it.email(), it.role().value(), timestamp(it.expiresAt()), idOf(it.inviter()));
    }

    private Optional<InlineChange> resent(InvitationResent it, EmailAddress address) {
        return change(RESENT, hash.of(address), idOf(it.inviter()), timestamp(terms.now()), address.canonical(), timestamp(it.expiresAt()),
                idOf(it.inviter()), it.memberId());
    }

    private Optional<InlineChange> emailChanged(MemberEmailChanged it, String claim) {
        return it.status() == MemberStatus.INVITED || it.from() == null
                ? change(EMAIL_CHANGED, it.to(), claim, it.memberId())
                : change(EMAIL_CHANGED_WITH_NOTICE, hash.of(EmailAddress.recorded(it.from())), timestamp(terms.now()), it.to(), claim,
                        it.memberId());
    }

    private static Optional<InlineChange> accepted(UUID member, @Nullable Identity identity) {
        return identity == null
                ? change(ACCEPTED, null, null, member)
                : change(ACCEPTED, identity.provider(), identity.subject(), member);
    }

    /** Not null, because the event was just decided. */
    private static EmailAddress address(@Nullable String email) {
        return EmailAddress.of(Objects.requireNonNull(email));
    }

    private static @Nullable UUID idOf(@Nullable Inviter inviter) {
        return inviter == null ? null : inviter.memberId();
    }

    private static Optional<InlineChange> change(String sql, @Nullable Object... parameters) {
        return Optional.of(new InlineChange(sql, Arrays.asList(parameters)));
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
