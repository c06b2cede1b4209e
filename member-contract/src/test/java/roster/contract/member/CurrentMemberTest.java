package roster.contract.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static roster.contract.event.InvitationStatus.ACCEPTED;
import static roster.contract.event.InvitationStatus.DECLINED;
import static roster.contract.event.InvitationStatus.EXPIRED;
import static roster.contract.event.InvitationStatus.PENDING;
import static roster.contract.event.InvitationStatus.REVOKED;
import static roster.contract.event.MemberStatus.ACTIVE;
import static roster.contract.event.MemberStatus.DELETED;
import static roster.contract.event.MemberStatus.INVITED;
import static roster.contract.event.MemberStatus.SUSPENDED;
import static roster.contract.role.Role.ADMIN;
import static roster.contract.role.Role.DEVELOPER;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import roster.contract.event.Actor;
import roster.contract.event.Event;
import roster.contract.event.EventMetadata;
import roster.contract.event.Inviter;
import roster.contract.event.MemberEvent;
import roster.contract.event.MemberEvent.InvitationAccepted;
import roster.contract.event.MemberEvent.InvitationDeclined;
import roster.contract.event.MemberEvent.InvitationExpired;
import roster.contract.event.MemberEvent.InvitationResent;
import roster.contract.event.MemberEvent.InvitationRevoked;
import roster.contract.event.MemberEvent.MemberDeleted;
import roster.contract.event.MemberEvent.MemberEmailChanged;
import roster.contract.event.MemberEvent.MemberErased;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.MemberEvent.MemberNameChanged;
import roster.contract.event.MemberEvent.MemberReactivated;
import roster.contract.event.MemberEvent.MemberRoleChanged;
import roster.contract.event.MemberEvent.MemberSuspended;
import roster.contract.event.MemberEvent.NewInvitationRequested;
import roster.contract.event.Organization;
import roster.contract.member.CurrentMember.InvitedBy;
import roster.contract.stored.EventType;
import roster.contract.stored.RecordedEvent;

class CurrentMemberTest {
    private static final Organization ACME = new Organization(UUID.randomUUID(), "acme", "Acme");
    private static final UUID GRACE = UUID.randomUUID();
    private static final UUID INVITATION = UUID.randomUUID();
    private static final Inviter ADA = new Inviter(UUID.randomUUID(), "Ada Lovelace", "ada@acme.example");
    private static final Instant MONDAY = Instant.parse("2031-05-05T10:00:00Z");
    private static final Instant FRIDAY = Instant.parse("2031-05-09T10:00:00Z");

    private final MemberEvent invited = new MemberInvited(GRACE, ACME, INVITATION, "Grace", "grace@navy.example", DEVELOPER, ADA, FRIDAY);
    private final MemberEvent accepted = new InvitationAccepted(GRACE, INVITATION, DEVELOPER, null);

    @Test
    void an_invited_member_has_a_pending_invitation() {
        var grace = after(invited);

        assertThat(grace.status()).isEqualTo(INVITED);
        assertThat(grace.organizationId()).isEqualTo(ACME.id());
        assertThat(grace.since()).isEqualTo(MONDAY);
        assertThat(grace.version()).isZero();
        assertThat(grace.invitation()).isEqualTo(
                new CurrentMember.Invitation(INVITATION, PENDING, FRIDAY, 1, new InvitedBy(ADA.memberId(), "Ada Lovelace"), null));
    }

    @Test
    void after_acceptance_since_stays_through_a_suspension() {
        var grace = after(invited, accepted, new MemberSuspended(GRACE));

        assertThat(grace.status()).isEqualTo(SUSPENDED);
        assertThat(grace.since()).isEqualTo(MONDAY.plusSeconds(1));
        assertThat(grace.invitation().status()).isEqualTo(ACCEPTED);
        assertThat(after(invited, accepted, new MemberSuspended(GRACE), new MemberReactivated(GRACE)).status()).isEqualTo(ACTIVE);
    }

    @Test
    void a_newer_letter_replaces_the_older() {
        var grace = after(invited, new InvitationExpired(GRACE, INVITATION, FRIDAY), new InvitationResent(GRACE, ACME, INVITATION, 2,
                "Grace Hopper", "hopper@navy.example", ADMIN, null, FRIDAY.plusSeconds(60)));

        assertThat(grace.invitation())
                .isEqualTo(new CurrentMember.Invitation(INVITATION, PENDING, FRIDAY.plusSeconds(60), 2, null, null));
        assertThat(grace.name()).isEqualTo("Grace Hopper");
        assertThat(grace.email()).isEqualTo("hopper@navy.example");
        assertThat(grace.role()).isEqualTo(ADMIN);
        assertThat(grace.since()).isEqualTo(MONDAY);
    }

    @Test
    void an_expired_invitation_leaves_the_invitee_invited() {
        var grace = after(invited, new InvitationExpired(GRACE, INVITATION, FRIDAY));

        assertThat(grace.status()).isEqualTo(INVITED);
        assertThat(grace.invitation().status()).isEqualTo(EXPIRED);
    }

    @Test
    void who_asks_for_another_letter_has_asked_until_it_is_sent() {
        var expired = new InvitationExpired(GRACE, INVITATION, FRIDAY);
        var requested = new NewInvitationRequested(GRACE, ACME, INVITATION, 1, "Grace", "grace@navy.example", DEVELOPER, ADA, FRIDAY);
        var resent = new InvitationResent(GRACE, ACME, INVITATION, 2, "Grace", "grace@navy.example", DEVELOPER, ADA, FRIDAY);

        assertThat(after(invited, expired).invitation().requestedAt()).isNull();
        assertThat(after(invited, expired, requested).invitation())
                .isEqualTo(new CurrentMember.Invitation(INVITATION, EXPIRED, FRIDAY, 1, new InvitedBy(ADA.memberId(), "Ada Lovelace"),
                        MONDAY.plusSeconds(2)));
        assertThat(after(invited, expired, requested, resent).invitation().requestedAt()).isNull();
    }

    @Test
    void the_erased_stay_without_a_name() {
        var grace = after(invited, accepted, new MemberDeleted(GRACE, ACTIVE), new MemberErased(GRACE));

        assertThat(grace.erased()).isTrue();
        assertThat(grace.name()).isNull();
        assertThat(grace.email()).isNull();
        assertThat(grace.status()).isEqualTo(DELETED);
    }

    @Test
    void declining_revoking_and_deleting_end_it() {
        assertThat(after(invited, new InvitationDeclined(GRACE, INVITATION)).invitation().status()).isEqualTo(DECLINED);
        assertThat(after(invited, new InvitationRevoked(GRACE, INVITATION)).invitation().status()).isEqualTo(REVOKED);
        assertThat(after(invited, new MemberDeleted(GRACE, INVITED)).invitation().status()).isEqualTo(REVOKED);
        assertThat(after(invited, accepted, new MemberDeleted(GRACE, ACTIVE)).invitation().status()).isEqualTo(ACCEPTED);
        assertThat(after(invited, new InvitationDeclined(GRACE, INVITATION)).status()).isEqualTo(DELETED);
        assertThat(after(invited, new InvitationRevoked(GRACE, INVITATION)).status()).isEqualTo(DELETED);
        assertThat(after(invited, new MemberDeleted(GRACE, INVITED)).status()).isEqualTo(DELETED);
    }

    @Test
    void a_name_changes_and_may_be_unreadable() {
        assertThat(after(invited, new MemberNameChanged(GRACE, "Grace Hopper", "Amazing Grace")).name()).isEqualTo("Amazing Grace");
        assertThat(after(invited, accepted, new MemberNameChanged(GRACE, "Grace Hopper", null)).name()).isNull();
    }

    @Test
    void an_address_changes_whether_or_not_an_invitation_is_sent_anew() {
        var changed = new MemberEmailChanged(GRACE, ACME, INVITATION, "Grace Hopper", DEVELOPER, ACTIVE, "grace@navy.example",
                "grace@hopper.example");

        assertThat(after(invited, changed).email()).isEqualTo("grace@hopper.example");
        assertThat(after(invited, accepted, changed).status()).isEqualTo(ACTIVE);
    }

    @Test
    void a_role_changes() {
        var grace = after(invited, accepted, new MemberRoleChanged(GRACE, DEVELOPER, ADMIN));

        assertThat(grace.role()).isEqualTo(ADMIN);
        assertThat(grace.version()).isEqualTo(2);
    }

    @Test
    void what_does_not_follow_is_not_folded() {
        assertThatThrownBy(() -> after(accepted)).hasMessageContaining("event 0 of member");
        assertThatThrownBy(() -> after(invited, invited)).hasMessageContaining("event 1 of member");
        assertThatThrownBy(() -> CurrentMember.evolve(after(invited), recorded(2, accepted))).hasMessageContaining("event 2 of member");
        assertThatThrownBy(() -> CurrentMember.evolve(after(invited), recorded(0, invited))).hasMessageContaining("event 0 of member");
    }

    private static CurrentMember after(MemberEvent... events) {
        @Nullable CurrentMember member = null;
        for (int i = 0; i < events.length; i++) {
            member = CurrentMember.evolve(member, recorded(i, events[i]));
        }
        return Objects.requireNonNull(member);
    }

    private static RecordedEvent recorded(long sequence, Event event) {
        return new RecordedEvent(sequence, UUID.randomUUID(), GRACE, sequence, EventType.of(event), MONDAY.plusSeconds(sequence),
                new EventMetadata(ACME.id(), Actor.SYSTEM, null, null, "correlation", "causation", null, null, null), event);
    }
}
