package roster.command.member;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static roster.contract.event.MemberStatus.ACTIVE;
import static roster.contract.event.MemberStatus.DELETED;
import static roster.contract.event.MemberStatus.INVITED;
import static roster.contract.event.MemberStatus.SUSPENDED;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.jspecify.annotations.Nullable;

import roster.command.bus.CommandMetadata;
import roster.command.bus.IfMatch;
import roster.command.bus.PriorCommands;
import roster.command.erasure.Erasure;
import roster.command.member.MemberCommand.AcceptInvitation;
import roster.command.member.MemberCommand.AskForNewInvitation;
import roster.command.member.MemberCommand.ChangeMemberEmail;
import roster.command.member.MemberCommand.ChangeMemberName;
import roster.command.member.MemberCommand.ChangeMemberRole;
import roster.command.member.MemberCommand.ConfirmMemberAccess;
import roster.command.member.MemberCommand.DeclineInvitation;
import roster.command.member.MemberCommand.DeleteMember;
import roster.command.member.MemberCommand.EraseMember;
import roster.command.member.MemberCommand.ExpireInvitation;
import roster.command.member.MemberCommand.InviteMember;
import roster.command.member.MemberCommand.InviterRemoval;
import roster.command.member.MemberCommand.LinkAccount;
import roster.command.member.MemberCommand.ReactivateMember;
import roster.command.member.MemberCommand.ResendInvitation;
import roster.command.member.MemberCommand.RevokeInvitation;
import roster.command.member.MemberCommand.SuspendMember;
import roster.command.member.MemberCommand.UnlinkAccount;
import roster.command.membership.InvitationTerms;
import roster.command.membership.Letterhead;
import roster.command.membership.Memberships;
import roster.command.membership.Memberships.Invitee;
import roster.command.membership.Memberships.ReachedCap;
import roster.command.rejection.Rejected;
import roster.command.rejection.Rejection;
import roster.command.rejection.Rejection.AccountTaken;
import roster.command.rejection.Rejection.EmailTaken;
import roster.command.rejection.Rejection.Invalid;
import roster.command.rejection.Rejection.InvitationNotExpired;
import roster.command.rejection.Rejection.InvitationNotPending;
import roster.command.rejection.Rejection.LastAccount;
import roster.command.rejection.Rejection.LastAdmin;
import roster.command.rejection.Rejection.LimitReached;
import roster.command.rejection.Rejection.MemberAlreadyDeleted;
import roster.command.rejection.Rejection.MemberNotActive;
import roster.command.rejection.Rejection.MemberNotDeleted;
import roster.command.rejection.Rejection.MemberNotInvited;
import roster.command.rejection.Rejection.MemberNotSuspended;
import roster.command.rejection.Rejection.MemberUnreadable;
import roster.command.rejection.Rejection.NotFound;
import roster.command.rejection.Rejection.RoleDiffers;
import roster.command.rejection.Rejection.WrongAccount;
import roster.contract.email.EmailAddress;
import roster.contract.event.EventMetadata;
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
import roster.contract.event.Organization;
import roster.contract.member.CurrentMember;
import roster.contract.role.Role;

/** One person's membership in one organization, from invitation to deletion. */
public class Member {
    @AggregateIdentifier private UUID id;
    private Organization organization;
    private CurrentMember current;
    /** Ids of the accounts that the member signs in with. */
    private final Set<UUID> accounts = new HashSet<>();

    /** For Axon, which applies the events afterwards. */
    @SuppressWarnings("NullAway.Init")
    Member() {}

    @CommandHandler
    @SuppressWarnings("NullAway.Init")
    Member(InviteMember command, Memberships memberships, InvitationTerms terms, PriorCommands prior,
            @MetaDataValue(CommandMetadata.EVENT_METADATA) EventMetadata metadata) {
        var invitee = new Invitee(command.memberId(), command.organizationId(), command.email());
        var letterhead = claim(invitee, metadata.actingMember(), memberships, terms, prior);
        apply(new MemberInvited(command.memberId(), command.organization().speaking(letterhead.language()), command.invitationId(),
                command.name(), command.email().entered(), command.role(), letterhead.inviter().orElse(null), terms.expiry()));
    }

    /** Creates the first admin of a new organization, who has no inviter. */
    public static Member first(Organization organization, FirstAdmin admin, Memberships memberships, InvitationTerms terms,
            PriorCommands prior) {
        claim(new Invitee(admin.memberId(), organization.id(), admin.email()), Optional.empty(), memberships, terms, prior);
        apply(new MemberInvited(admin.memberId(), organization, admin.invitationId(), admin.name(), admin.email().entered(), Role.ADMIN,
                null, terms.expiry()));
        return new Member();
    }

    /** Checks the address before the limits: if the address is taken, waiting would not help. */
    private static Letterhead claim(Invitee invitee, Optional<UUID> onBehalfOf, Memberships memberships, InvitationTerms terms,
            PriorCommands prior) {
        var claim = memberships.claim(invitee, onBehalfOf.orElse(null));
        requireFree(claim, terms);
        requireRoom(claim.reached(), terms);
        require(onBehalfOf.isEmpty() || claim.inviterRole().filter(Role::mayInvite).isPresent(),
                new Invalid(Invalid.Source.HEADER, "On-Behalf-Of", "is not an active member of this organization who may invite others"));
        expireHolder(claim, invitee, prior);
        return claim.letterhead();
    }

    private static void requireFree(Memberships.Claim claim, InvitationTerms terms) {
        require(claim.holder().stream().allMatch(it -> it.isOverdue(terms.now())), new EmailTaken());
    }

    private static void requireRoom(Optional<ReachedCap> reached, InvitationTerms terms) {
        reached.ifPresent(it -> {
            throw new Rejected(new LimitReached(it.cap().says(it.limit()), Duration.between(terms.now(), it.freeAt())));
        });
    }

    private static void expireHolder(Memberships.Claim claim, Invitee invitee, PriorCommands prior) {
        claim.holder().ifPresent(it -> prior.carryOut(new ExpireInvitation(it.memberId(), invitee.organizationId())));
    }

    @CommandHandlerInterceptor
    void check(MemberCommand command, @MetaDataValue(CommandMetadata.IF_MATCH) @Nullable IfMatch condition) {
        if (!command.organizationId().equals(organization.id())) {
            throw new Rejected(new NotFound());
        }
        IfMatch.check(condition, AggregateLifecycle.getVersion());
    }

    @CommandHandler
    void resend(ResendInvitation command, Memberships memberships, InvitationTerms terms, PriorCommands prior,
            @MetaDataValue(CommandMetadata.EVENT_METADATA) EventMetadata metadata) {
        require(status() == INVITED, new MemberNotInvited());
        var invitee = new Invitee(id, organization.id(), email());
        sendAgain(invitee, claim(invitee, metadata.actingMember(), memberships, terms, prior), terms);
    }

    private void sendAgain(Invitee invitee, Letterhead letterhead, InvitationTerms terms) {
        apply(new InvitationResent(id, organization.speaking(letterhead.language()), invitation().invitationId(), invitation().issue() + 1,
                readable(current.name()), invitee.email().entered(), current.role(), letterhead.inviter().orElse(null), terms.expiry()));
    }

    @CommandHandler
    void revoke(RevokeInvitation command) {
        require(status() == INVITED && invitation().isPending(), new InvitationNotPending());
        apply(new InvitationRevoked(id, invitation().invitationId()));
    }

    @CommandHandler
    void accept(AcceptInvitation command, Memberships memberships, InvitationTerms terms) {
        new InvitationLink(command.token()).requireAcceptable(current, terms.now());
        require(command.verified().stream().anyMatch(it -> it.isSameAs(email())), new WrongAccount());
        require(command.identity() == null || memberships.memberWith(organization.id(), command.identity()).stream().allMatch(id::equals),
                new AccountTaken());
        apply(new InvitationAccepted(id, invitation().invitationId(), current.role(), command.identity()));
    }

    @CommandHandler
    void decline(DeclineInvitation command, InvitationTerms terms) {
        new InvitationLink(command.token()).requireAcceptable(current, terms.now());
        apply(new InvitationDeclined(id, invitation().invitationId()));
    }

    @CommandHandler
    void expire(ExpireInvitation command, InvitationTerms terms) {
        if (invitation().isOverdue(terms.now())) {
            apply(new InvitationExpired(id, invitation().invitationId(), invitation().expiresAt()));
        }
    }

    @CommandHandler
    void askForNewInvitation(AskForNewInvitation command, Memberships memberships, InvitationTerms terms,
            @MetaDataValue(CommandMetadata.EVENT_METADATA) EventMetadata metadata) {
        new InvitationLink(command.token()).requireNewest(current);
        if (invitation().isOverdue(terms.now())) {
            apply(new InvitationExpired(id, invitation().invitationId(), invitation().expiresAt()),
                    MetaData.with(CommandMetadata.EVENT_METADATA, metadata.bySystem()));
        }
        require(!invitation().isPending(), new InvitationNotExpired());
        if (invitation().requestedAt() == null) {
            var inviter = invitation().invitedBy();
            var letterhead = memberships.letterheadOf(organization.id(), inviter == null ? null : inviter.memberId());
            apply(new NewInvitationRequested(id, organization.speaking(letterhead.language()), invitation().invitationId(),
                    invitation().issue(),
                    readable(current.name()), email().entered(), current.role(), letterhead.inviter().orElse(null),
                    invitation().expiresAt()));
        }
    }

    @CommandHandler
    void changeRole(ChangeMemberRole command, Memberships memberships,
            @MetaDataValue(CommandMetadata.EVENT_METADATA) EventMetadata metadata) {
        requireNotDeleted();
        requireSuccessor(command, metadata, Invalid.Source.POINTER, "/takeOverInvitations");
        if (current.role() != command.role()) {
            requireAnotherAdmin(memberships);
            apply(new MemberRoleChanged(id, current.role(), command.role()));
        }
    }

    @CommandHandler
    void changeName(ChangeMemberName command) {
        requireNotDeleted();
        if (!command.name().equals(current.name())) {
            apply(new MemberNameChanged(id, current.name(), command.name()));
        }
    }

    @CommandHandler
    void changeEmail(ChangeMemberEmail command, Memberships memberships, InvitationTerms terms, PriorCommands prior,
            @MetaDataValue(CommandMetadata.EVENT_METADATA) EventMetadata metadata) {
        requireNotDeleted();
        if (command.email().entered().equals(current.email())) {
            return;
        }
        var invitee = new Invitee(id, organization.id(), command.email());
        if (status() == INVITED) {
            var letterhead = claim(invitee, metadata.actingMember(), memberships, terms, prior);
            changeEmail(invitee, letterhead);
            sendAgain(invitee, letterhead, terms);
        } else {
            var noticeCap = current.email() == null ? Optional.<ReachedCap>empty() : memberships.capOfEmailsTo(email());
            var claim = memberships.claim(invitee, null);
            requireFree(claim, terms);
            requireRoom(noticeCap, terms);
            expireHolder(claim, invitee, prior);
            changeEmail(invitee, claim.letterhead());
        }
    }

    private void changeEmail(Invitee invitee, Letterhead letterhead) {
        apply(new MemberEmailChanged(id, organization.speaking(letterhead.language()), invitation().invitationId(), current.name(),
                current.role(), status(), current.email(), invitee.email().entered()));
    }

    @CommandHandler
    void confirmAccess(ConfirmMemberAccess command) {
        requireNotDeleted();
        require(current.role() == command.role(), new RoleDiffers(current.role()));
        apply(new MemberAccessConfirmed(id, command.role()));
    }

    @CommandHandler
    void link(LinkAccount command, Memberships memberships) {
        require(status() == ACTIVE, new MemberNotActive());
        var holder = memberships.memberWith(organization.id(), command.identity());
        require(holder.stream().allMatch(id::equals), new AccountTaken());
        if (holder.isEmpty()) {
            apply(new AccountLinked(id, command.accountId(), command.identity()));
        }
    }

    @CommandHandler
    void unlink(UnlinkAccount command) {
        requireNotDeleted();
        require(accounts.contains(command.accountId()), new NotFound());
        require(accounts.size() > 1, new LastAccount());
        apply(new AccountUnlinked(id, command.accountId()));
    }

    @CommandHandler
    void suspend(SuspendMember command, Memberships memberships,
            @MetaDataValue(CommandMetadata.EVENT_METADATA) EventMetadata metadata) {
        require(status() == ACTIVE, new MemberNotActive());
        requireSuccessor(command, metadata, Invalid.Source.POINTER, "/takeOverInvitations");
        requireAnotherAdmin(memberships);
        apply(new MemberSuspended(id));
    }

    @CommandHandler
    void reactivate(ReactivateMember command) {
        require(status() == SUSPENDED, new MemberNotSuspended());
        apply(new MemberReactivated(id));
    }

    @CommandHandler
    void delete(DeleteMember command, Memberships memberships, @MetaDataValue(CommandMetadata.EVENT_METADATA) EventMetadata metadata) {
        if (status() != DELETED) {
            requireSuccessor(command, metadata, Invalid.Source.PARAMETER, "takeOverInvitations");
            requireAnotherAdmin(memberships);
            apply(new MemberDeleted(id, status()));
        }
    }

    @CommandHandler
    void erase(EraseMember command, Erasure erasure) {
        require(status() == DELETED, new MemberNotDeleted());
        if (!current.erased()) {
            erasure.erase(id);
            apply(new MemberErased(id));
        }
    }

    private void requireNotDeleted() {
        require(status() != DELETED, new MemberAlreadyDeleted());
    }

    /** Only another member, whom the caller is or names, can take over invitations. */
    private void requireSuccessor(InviterRemoval command, EventMetadata metadata, Invalid.Source source, String name) {
        require(!command.takesOverInvitations() || metadata.actingMember().filter(it -> !it.equals(id)).isPresent(),
                new Invalid(source, name,
                        "requires another member to take them over: sign in as that member, or name one in On-Behalf-Of"));
    }

    /** For commands after which this member is no longer an active admin. */
    private void requireAnotherAdmin(Memberships memberships) {
        require(status() != ACTIVE || current.role() != Role.ADMIN || memberships.hasAnotherActiveAdmin(organization.id(), id),
                new LastAdmin());
    }

    /** Rejects a command that needs a name or address that can no longer be read. */
    private static String readable(@Nullable String personal) {
        if (personal == null) {
            throw new Rejected(new MemberUnreadable());
        }
        return personal;
    }

    private static void require(boolean condition, Rejection otherwise) {
        if (!condition) {
            throw new Rejected(otherwise);
        }
    }

    private EmailAddress email() {
        return EmailAddress.recorded(readable(current.email()));
    }

    private MemberStatus status() {
        return current.status();
    }

    private CurrentMember.Invitation invitation() {
        return current.invitation();
    }

    @EventSourcingHandler
    void on(MemberEvent event, @SequenceNumber Long sequence, @Timestamp Instant at) {
        switch (event) {
            case MemberInvited it -> {
                id = it.memberId();
                organization = it.organization();
            }
            case InvitationAccepted it when it.identity() != null -> accounts.add(id);
            case AccountLinked it -> accounts.add(it.accountId());
            case AccountUnlinked it -> accounts.remove(it.accountId());
            default -> {
            }
        }
        current = CurrentMember.evolve(current, event, sequence, at);
    }
}
