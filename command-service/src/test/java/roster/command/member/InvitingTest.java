package roster.command.member;

import static org.assertj.core.api.Assertions.assertThat;
import static roster.command.member.MemberFixture.alone;
import static roster.command.member.MemberFixture.besideAda;
import static roster.command.member.Story.ACME;
import static roster.command.member.Story.ADA;
import static roster.command.member.Story.EXPIRY;
import static roster.command.member.Story.GRACE;
import static roster.command.member.Story.INVITATION;
import static roster.command.member.Story.NOW;
import static roster.command.member.Story.byOperator;
import static roster.command.member.Story.expired;
import static roster.command.member.Story.id;
import static roster.command.member.Story.invite;
import static roster.command.member.Story.invited;
import static roster.command.member.Story.resent;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import roster.command.member.MemberCommand.ExpireInvitation;
import roster.command.member.MemberCommand.ResendInvitation;
import roster.command.member.MemberCommand.RevokeInvitation;
import roster.command.membership.InvitationCap;
import roster.command.membership.Memberships.ReachedCap;
import roster.command.rejection.Rejection.EmailTaken;
import roster.command.rejection.Rejection.Invalid;
import roster.command.rejection.Rejection.InvitationNotPending;
import roster.command.rejection.Rejection.LimitReached;
import roster.contract.event.MemberEvent.InvitationAccepted;
import roster.contract.event.MemberEvent.InvitationRevoked;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.MemberEvent.MemberRoleChanged;
import roster.contract.event.MemberEvent.MemberSuspended;
import roster.contract.role.Role;

class InvitingTest {
    private static final ResendInvitation RESEND = new ResendInvitation(GRACE, ACME.id());
    private static final Duration DAY = Duration.ofDays(1);
    private static final Invalid NO_INVITER = new Invalid(Invalid.Source.HEADER, "On-Behalf-Of",
            "is not an active member of this organization who may invite others");

    @Test
    void an_invitation_records_all_that_its_letters_say() {
        besideAda().given().when(invite(), byOperator(ADA.memberId())).expectEvents(invited());
    }

    @Test
    void who_names_no_inviter_invites_in_the_name_of_an_admin() {
        besideAda().given().when(invite(), byOperator(null)).expectEvents(invited());
    }

    @Test
    void before_there_is_an_admin_there_is_no_inviter() {
        alone().given().when(invite(), byOperator(null)).expectEvents(new MemberInvited(GRACE, ACME, INVITATION, "Grace Hopper",
                "Grace@Navy.example", Role.DEVELOPER, null, EXPIRY));
    }

    @Test
    void an_address_is_invited_once_however_it_is_written() {
        var other = new MemberInvited(id(7), ACME, id(8), "G. Hopper", "grace@NAVY.example", Role.ADMIN, ADA, EXPIRY);

        besideAda().knowing(other).given().when(invite(), byOperator(null)).expectNoEvents().expectExceptionDetails(new EmailTaken());
    }

    @Test
    void an_overdue_invitation_of_the_address_expires_first() {
        var other = new MemberInvited(id(7), ACME, id(8), "G. Hopper", "grace@NAVY.example", Role.ADMIN, ADA, NOW);
        var organization = besideAda().knowing(other);

        organization.given().when(invite(), byOperator(null)).expectEvents(invited());

        assertThat(organization.prior()).containsExactly(new ExpireInvitation(id(7), ACME.id()));
    }

    @Test
    void who_has_accepted_keeps_the_address() {
        var other = new MemberInvited(id(7), ACME, id(8), "G. Hopper", "grace@NAVY.example", Role.ADMIN, ADA, NOW);

        besideAda().knowing(other, new InvitationAccepted(id(7), id(8), Role.ADMIN, null)).given().when(invite(), byOperator(null))
                .expectNoEvents().expectExceptionDetails(new EmailTaken());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"ORGANIZATION|The organization has 3 open invitations.",
            "ADDRESS|An address is sent at most 3 e-mails a day.",
            "INVITER|At most 3 invitations an hour are sent in the name of one member."})
    void a_cap_that_is_reached_is_said_with_when_there_is_room_again(InvitationCap cap, String sentence) {
        var reached = new ReachedCap(cap, 3, NOW.plus(DAY));

        besideAda().having(reached).given().when(invite(), byOperator(null)).expectNoEvents()
                .expectExceptionDetails(new LimitReached(sentence, DAY));
        besideAda().having(reached).given(invited()).when(RESEND, byOperator(null)).expectNoEvents()
                .expectExceptionDetails(new LimitReached(sentence, DAY));
    }

    @Test
    void that_an_address_is_taken_is_said_even_where_a_cap_is_reached() {
        var other = new MemberInvited(id(7), ACME, id(8), "G. Hopper", "grace@NAVY.example", Role.ADMIN, ADA, EXPIRY);

        besideAda().knowing(other).having(new ReachedCap(InvitationCap.ADDRESS, 3, NOW.plus(DAY))).given()
                .when(invite(), byOperator(null)).expectNoEvents().expectExceptionDetails(new EmailTaken());
    }

    @Test
    void only_an_active_admin_can_be_named_as_inviter() {
        var suspended = besideAda().knowing(new MemberSuspended(ADA.memberId()));
        var demoted = besideAda().knowing(new MemberRoleChanged(ADA.memberId(), Role.ADMIN, Role.DEVELOPER));

        suspended.given().when(invite(), byOperator(ADA.memberId())).expectNoEvents().expectExceptionDetails(NO_INVITER);
        demoted.given().when(invite(), byOperator(ADA.memberId())).expectNoEvents().expectExceptionDetails(NO_INVITER);
        alone().given(invited()).when(RESEND, byOperator(ADA.memberId())).expectNoEvents().expectExceptionDetails(NO_INVITER);
    }

    @Test
    void a_resend_makes_a_new_letter_with_a_new_expiry() {
        besideAda().at(Story.NOW.plus(DAY)).given(invited()).when(RESEND, byOperator(null)).expectEvents(resent(2, EXPIRY.plus(DAY)));
    }

    @Test
    void every_resend_counts() {
        besideAda().given(invited(), resent(2, EXPIRY)).when(RESEND, byOperator(null)).expectEvents(resent(3, EXPIRY));
    }

    @Test
    void an_expired_invitation_can_be_resent() {
        besideAda().at(EXPIRY.plus(DAY)).given(invited(), expired()).when(RESEND, byOperator(null))
                .expectEvents(resent(2, EXPIRY.plus(DAY).plus(Story.LIFE)));
    }

    @Test
    void an_expired_invitation_cannot_be_resent_when_another_member_has_the_address() {
        var other = new MemberInvited(id(7), ACME, id(8), "G. Hopper", "grace@navy.example", Role.ADMIN, ADA, EXPIRY.plus(DAY));
        var organization = besideAda().at(EXPIRY.plus(DAY).minusNanos(1));
        var executor = organization.given(invited(), expired());
        organization.knowing(other);

        executor.when(RESEND, byOperator(null)).expectNoEvents().expectExceptionDetails(new EmailTaken());
        assertThat(organization.prior()).isEmpty();
    }

    @Test
    void an_invitation_expires_at_its_expiry_and_not_before() {
        var expire = new ExpireInvitation(GRACE, ACME.id());

        besideAda().at(EXPIRY.minusNanos(1)).given(invited()).when(expire).expectNoEvents().expectSuccessfulHandlerExecution();
        besideAda().at(EXPIRY).given(invited()).when(expire).expectEvents(expired());
    }

    @Test
    void a_new_letter_puts_the_expiry_off() {
        besideAda().at(EXPIRY).given(invited(), resent(2, EXPIRY.plus(DAY))).when(new ExpireInvitation(GRACE, ACME.id()))
                .expectNoEvents().expectSuccessfulHandlerExecution();
    }

    @Test
    void a_pending_invitation_can_be_revoked_once() {
        var revoke = new RevokeInvitation(GRACE, ACME.id());
        var revoked = new InvitationRevoked(GRACE, INVITATION);

        besideAda().given(invited()).when(revoke).expectEvents(revoked);
        besideAda().given(invited(), revoked).when(revoke).expectNoEvents().expectExceptionDetails(new InvitationNotPending());
    }
}
