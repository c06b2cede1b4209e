package roster.command.member;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import roster.command.membership.Letterhead;
import roster.command.membership.Memberships;
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
import roster.contract.role.Role;

/** Open memberships of one organization, folded from its events. Tests set the limit that is reached. */
public final class InMemoryMemberships implements Memberships {
    /** @param claim null while the invitation is expired */
    private record Membership(UUID memberId, UUID organizationId, String name, EmailAddress email, @Nullable EmailAddress claim, Role role,
            MemberStatus status, Optional<Instant> invitedUntil, @Nullable Inviter inviter) {
        static Membership of(MemberInvited it) {
            var email = EmailAddress.of(requireNonNull(it.email()));
            return new Membership(it.memberId(), it.organization().id(), requireNonNull(it.name()), email, email, it.role(),
                    MemberStatus.INVITED, Optional.of(it.expiresAt()), it.inviter());
        }

        Membership resent(InvitationResent it) {
            return new Membership(memberId, organizationId, name, email, email, role, status, Optional.of(it.expiresAt()), it.inviter());
        }

        Membership expired() {
            return new Membership(memberId, organizationId, name, email, null, role, status, Optional.empty(), inviter);
        }

        Membership accepted() {
            return new Membership(memberId, organizationId, name, email, claim, role, MemberStatus.ACTIVE, Optional.empty(), inviter);
        }

        Membership named(String other) {
            return new Membership(memberId, organizationId, other, email, claim, role, status, invitedUntil, inviter);
        }

        Membership at(EmailAddress other) {
            return new Membership(memberId, organizationId, name, other, other, role, status, invitedUntil, inviter);
        }

        Membership with(Role other) {
            return new Membership(memberId, organizationId, name, email, claim, other, status, invitedUntil, inviter);
        }

        Membership with(MemberStatus other) {
            return new Membership(memberId, organizationId, name, email, claim, role, other, invitedUntil, inviter);
        }

        boolean isActive() {
            return status == MemberStatus.ACTIVE;
        }

        boolean isActiveAdmin() {
            return isActive() && role == Role.ADMIN;
        }

        Inviter asInviter() {
            return new Inviter(memberId, name, email.entered());
        }
    }

    private record Account(UUID memberId, @Nullable Identity identity) {}

    private final Map<UUID, Membership> open = new LinkedHashMap<>();
    private final Map<UUID, Account> accounts = new LinkedHashMap<>();
    private Optional<ReachedCap> reached = Optional.empty();

    void reached(ReachedCap cap) {
        reached = Optional.of(cap);
    }

    void on(MemberEvent event) {
        var member = event.memberId();
        switch (event) {
            case MemberInvited it -> open.put(member, Membership.of(it));
            case InvitationResent it -> open.computeIfPresent(member, (_, was) -> was.resent(it));
            case InvitationExpired _ -> open.computeIfPresent(member, (_, was) -> was.expired());
            case InvitationAccepted it -> {
                open.computeIfPresent(member, (_, was) -> was.accepted());
                accounts.put(member, new Account(member, it.identity()));
            }
            case AccountLinked it -> accounts.put(it.accountId(), new Account(member, it.identity()));
            case AccountUnlinked it -> accounts.remove(it.accountId());
            case MemberNameChanged it -> open.computeIfPresent(member, (_, was) -> was.named(requireNonNull(it.to())));
            case MemberEmailChanged it -> open.computeIfPresent(member,
                    (_, was) -> was.at(EmailAddress.of(requireNonNull(it.to()))));
            case MemberRoleChanged it -> open.computeIfPresent(member, (_, was) -> was.with(it.to()));
            case MemberSuspended _ -> open.computeIfPresent(member, (_, was) -> was.with(MemberStatus.SUSPENDED));
            case MemberReactivated _ -> open.computeIfPresent(member, (_, was) -> was.with(MemberStatus.ACTIVE));
            case InvitationDeclined _,InvitationRevoked _,MemberDeleted _ -> {
                open.remove(member);
                accounts.values().removeIf(it -> it.memberId.equals(member));
            }
            case NewInvitationRequested _,MemberAccessConfirmed _,MemberErased _ -> {
            }
        }
    }

    @Override
    public Claim claim(Invitee invitee, @Nullable UUID onBehalfOf) {
        var holder = othersThan(invitee.memberId()).filter(it -> it.claim != null && it.claim.isSameAs(invitee.email())).findFirst()
                .map(it -> new Holder(it.memberId, it.invitedUntil));
        var inviter = open.values().stream()
                .filter(it -> onBehalfOf == null ? it.isActiveAdmin() : it.isActive() && it.memberId.equals(onBehalfOf)).findFirst();
        return new Claim(holder, reached, new Letterhead(inviter.map(Membership::asInviter), Story.LANGUAGE),
                inviter.map(Membership::role));
    }

    @Override
    public Optional<ReachedCap> capOfEmailsTo(EmailAddress address) {
        return reached;
    }

    @Override
    public boolean hasAnotherActiveAdmin(UUID organizationId, UUID memberId) {
        return othersThan(memberId).anyMatch(Membership::isActiveAdmin);
    }

    @Override
    public Optional<UUID> memberWith(UUID organizationId, Identity identity) {
        return accounts.values().stream().filter(it -> identity.equals(it.identity)).findFirst().map(Account::memberId);
    }

    @Override
    public Letterhead letterheadOf(UUID organizationId, @Nullable UUID memberId) {
        return new Letterhead(Optional.ofNullable(open.get(memberId)).filter(Membership::isActive).map(Membership::asInviter),
                Story.LANGUAGE);
    }

    @Override
    public List<UUID> pendingInvitationsOf(UUID organizationId, UUID inviterId) {
        return open.values().stream()
                .filter(it -> it.invitedUntil.isPresent() && it.inviter != null && it.inviter.memberId().equals(inviterId))
                .map(Membership::memberId).sorted().toList();
    }

    @Override
    public Optional<UUID> organizationOf(UUID memberId) {
        return Optional.ofNullable(open.get(memberId)).map(Membership::organizationId);
    }

    private Stream<Membership> othersThan(UUID member) {
        return open.values().stream().filter(it -> !it.memberId.equals(member));
    }
}
