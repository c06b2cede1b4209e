package roster.command.member;

import static roster.command.member.MemberFixture.alone;
import static roster.command.member.MemberFixture.besideAda;
import static roster.command.member.Story.ACME;
import static roster.command.member.Story.ADA;
import static roster.command.member.Story.EXPIRY;
import static roster.command.member.Story.GRACE;
import static roster.command.member.Story.INVITATION;
import static roster.command.member.Story.LINK;
import static roster.command.member.Story.byOperator;
import static roster.command.member.Story.expired;
import static roster.command.member.Story.id;
import static roster.command.member.Story.invited;
import static roster.command.member.Story.requested;
import static roster.command.member.Story.resent;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import roster.command.member.MemberCommand.AskForNewInvitation;
import roster.command.rejection.Rejection.InvitationEnded;
import roster.command.rejection.Rejection.InvitationNotExpired;
import roster.contract.event.Inviter;
import roster.contract.event.MemberEvent.InvitationExpired;
import roster.contract.event.MemberEvent.MemberRoleChanged;
import roster.contract.event.MemberEvent.MemberSuspended;
import roster.contract.event.MemberEvent.NewInvitationRequested;
import roster.contract.invitation.InvitationToken;
import roster.contract.role.Role;

class AskingAgainTest {
    private static final AskForNewInvitation ASK = new AskForNewInvitation(ACME.id(), LINK);
    private static final AskForNewInvitation ASK_WITH_SECOND = new AskForNewInvitation(ACME.id(),
            new InvitationToken(GRACE, INVITATION, 2));

    @Test
    void the_holder_of_an_expired_link_asks_the_inviter_for_another() {
        besideAda().given(invited(), expired()).when(ASK).expectEvents(requested());
    }

    @Test
    void an_overdue_invitation_expires_first() {
        besideAda().at(EXPIRY).given(invited()).when(ASK, byOperator(null)).expectEvents(expired(), requested());
        besideAda().at(EXPIRY.minusNanos(1)).given(invited()).when(ASK).expectNoEvents()
                .expectExceptionDetails(new InvitationNotExpired());
    }

    @Test
    void an_inviter_is_asked_once_for_each_letter() {
        besideAda().given(invited(), expired(), requested()).when(ASK).expectNoEvents().expectSuccessfulHandlerExecution();
    }

    @Test
    void the_next_letter_may_be_asked_about_in_its_turn() {
        var again = EXPIRY.plusSeconds(60);
        var second = new NewInvitationRequested(GRACE, ACME, INVITATION, 2, "Grace Hopper", "Grace@Navy.example", Role.DEVELOPER, ADA,
                again);

        besideAda().given(invited(), expired(), requested(), resent(2, again)).when(ASK_WITH_SECOND).expectNoEvents()
                .expectExceptionDetails(new InvitationNotExpired());
        besideAda().given(invited(), expired(), requested(), resent(2, again), new InvitationExpired(GRACE, INVITATION, again))
                .when(ASK_WITH_SECOND).expectEvents(second);
    }

    @Test
    void only_the_newest_link_is_good_for_it() {
        besideAda().given(invited(), expired(), resent(2, EXPIRY), new InvitationExpired(GRACE, INVITATION, EXPIRY)).when(ASK)
                .expectNoEvents().expectExceptionDetails(new InvitationEnded());
        besideAda().given(invited(), expired()).when(ASK_WITH_SECOND).expectNoEvents().expectExceptionDetails(new InvitationEnded());
        besideAda().given(invited(), expired())
                .when(new AskForNewInvitation(ACME.id(), new InvitationToken(GRACE, id(99), 1)))
                .expectNoEvents().expectExceptionDetails(new InvitationEnded());
    }

    @Test
    void an_inviter_who_is_not_active_is_not_asked() {
        besideAda().knowing(new MemberSuspended(ADA.memberId())).given(invited(), expired()).when(ASK)
                .expectEvents(asking(null, Role.DEVELOPER));
        alone().given(invited(), expired()).when(ASK).expectEvents(asking(null, Role.DEVELOPER));
    }

    @Test
    void the_role_is_the_one_that_a_resend_would_offer() {
        besideAda().given(invited(), new MemberRoleChanged(GRACE, Role.DEVELOPER, Role.ADMIN), expired()).when(ASK)
                .expectEvents(asking(ADA, Role.ADMIN));
    }

    private static NewInvitationRequested asking(@Nullable Inviter inviter, Role role) {
        return new NewInvitationRequested(GRACE, ACME, INVITATION, 1, "Grace Hopper", "Grace@Navy.example", role, inviter, EXPIRY);
    }
}
