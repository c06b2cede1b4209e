package roster.command.member;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.command.rejection.Refused;
import roster.command.rejection.Rejection.EmailTaken;
import roster.command.rejection.Rejection.LastAdmin;
import roster.contract.email.EmailAddress;
import roster.contract.event.Identity;
import roster.contract.event.Inviter;
import roster.contract.event.MemberEvent;
import roster.contract.event.MemberEvent.InvitationAccepted;
import roster.contract.event.MemberEvent.InvitationDeclined;
import roster.contract.event.MemberEvent.InvitationExpired;
import roster.contract.event.MemberEvent.InvitationResent;
import roster.contract.event.MemberEvent.InvitationRevoked;
import roster.contract.event.MemberEvent.MemberDeleted;
import roster.contract.event.MemberEvent.MemberErased;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.MemberEvent.MemberReactivated;
import roster.contract.event.MemberEvent.MemberRoleChanged;
import roster.contract.event.MemberEvent.MemberSuspended;
import roster.contract.event.MemberEvent.NewInvitationRequested;
import roster.contract.event.MemberStatus;
import roster.contract.role.Role;

/** The open memberships of one organization, known from its events. */
public final class InMemoryMemberships implements Memberships {
    private record Membership(Invitee who, MemberStatus status, Role role, boolean hasClaim) {
        boolean isActiveAdmin() {
            return status == MemberStatus.ACTIVE && role == Role.ADMIN;
        }

        Inviter asInviter() {
            return new Inviter(who.memberId(), who.name(), who.email().entered());
        }

        Membership with(MemberStatus status, Role role, boolean hasClaim) {
            return new Membership(who, status, role, hasClaim);
        }
    }

    private final Map<UUID, Membership> open = new LinkedHashMap<>();

    void on(MemberEvent event) {
        switch (event) {
            case MemberInvited it -> invite(new Invitee(it.memberId(), it.organization().id(), requireNonNull(it.name()),
                    EmailAddress.of(requireNonNull(it.email())),
                    it.role(), it.expiresAt()), null);
            case InvitationExpired it -> expire(it.memberId());
            case InvitationResent it -> change(it.memberId(), MemberStatus.INVITED, it.role());
            case InvitationAccepted it -> change(it.memberId(), MemberStatus.ACTIVE, it.role());
            case MemberRoleChanged it -> change(it.memberId(), membership(it.memberId()).status, it.to());
            case MemberSuspended it -> change(it.memberId(), MemberStatus.SUSPENDED, membership(it.memberId()).role);
            case MemberReactivated it -> change(it.memberId(), MemberStatus.ACTIVE, membership(it.memberId()).role);
            case InvitationDeclined _,InvitationRevoked _,MemberDeleted _ -> open.remove(event.memberId());
            case NewInvitationRequested _,MemberErased _ -> {
            }
        }
    }

    @Override
    public Letterhead invite(Invitee invitee, @Nullable UUID onBehalfOf) {
        requireFree(invitee);
        open.put(invitee.memberId(), new Membership(invitee, MemberStatus.INVITED, invitee.role(), true));
        return new Letterhead(inviter(onBehalfOf), Story.LANGUAGE);
    }

    @Override
    public Letterhead resend(Invitee invitee, @Nullable UUID onBehalfOf) {
        requireFree(invitee);
        change(invitee.memberId(), MemberStatus.INVITED, invitee.role());
        return new Letterhead(inviter(onBehalfOf), Story.LANGUAGE);
    }

    private void requireFree(Invitee invitee) {
        if (open.values().stream().anyMatch(it -> it.hasClaim && it.who.email().isSameAs(invitee.email())
                && !it.who.memberId().equals(invitee.memberId()))) {
            throw new Refused(new EmailTaken());
        }
    }

    private Optional<Inviter> inviter(@Nullable UUID onBehalfOf) {
        return open.values().stream().filter(it -> onBehalfOf == null ? it.isActiveAdmin() : it.who.memberId().equals(onBehalfOf))
                .findFirst().map(Membership::asInviter);
    }

    @Override
    public void accept(UUID organizationId, UUID memberId, Role role, @Nullable Identity identity) {
        change(memberId, MemberStatus.ACTIVE, role);
    }

    @Override
    public void changeRole(UUID organizationId, UUID memberId, MemberStatus status, Role from, Role to) {
        requireAnotherAdmin(memberId);
        change(memberId, status, to);
    }

    @Override
    public void suspend(UUID organizationId, UUID memberId, Role role) {
        requireAnotherAdmin(memberId);
        change(memberId, MemberStatus.SUSPENDED, role);
    }

    @Override
    public void reactivate(UUID organizationId, UUID memberId, Role role) {
        change(memberId, MemberStatus.ACTIVE, role);
    }

    @Override
    public void expire(UUID memberId) {
        open.put(memberId, membership(memberId).with(MemberStatus.INVITED, membership(memberId).role, false));
    }

    @Override
    public void end(UUID organizationId, UUID memberId, MemberStatus status, Role role) {
        requireAnotherAdmin(memberId);
        open.remove(memberId);
    }

    @Override
    public Letterhead letterheadOf(UUID organizationId, @Nullable UUID memberId) {
        return new Letterhead(Optional.ofNullable(open.get(memberId)).filter(it -> it.status == MemberStatus.ACTIVE)
                .map(Membership::asInviter), Story.LANGUAGE);
    }

    @Override
    public Optional<UUID> organizationOf(UUID memberId) {
        return Optional.ofNullable(open.get(memberId)).map(it -> it.who.organizationId());
    }

    private void requireAnotherAdmin(UUID memberId) {
        if (membership(memberId).isActiveAdmin() && open.values().stream().filter(Membership::isActiveAdmin).count() == 1) {
            throw new Refused(new LastAdmin());
        }
    }

    private void change(UUID memberId, MemberStatus status, Role role) {
        open.put(memberId, membership(memberId).with(status, role, true));
    }

    private Membership membership(UUID memberId) {
        return Objects.requireNonNull(open.get(memberId), "no open membership");
    }
}
