package roster.command.member;

import static roster.command.member.MemberFixture.besideAda;
import static roster.command.member.Story.ACCOUNT;
import static roster.command.member.Story.ACME;
import static roster.command.member.Story.ADA;
import static roster.command.member.Story.ADDRESS;
import static roster.command.member.Story.EXPIRY;
import static roster.command.member.Story.GRACE;
import static roster.command.member.Story.INVITATION;
import static roster.command.member.Story.LINK;
import static roster.command.member.Story.accepted;
import static roster.command.member.Story.expired;
import static roster.command.member.Story.id;
import static roster.command.member.Story.invited;
import static roster.command.member.Story.resent;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import roster.command.member.MemberCommand.AcceptInvitation;
import roster.command.member.MemberCommand.DeclineInvitation;
import roster.command.rejection.Rejection.AccountTaken;
import roster.command.rejection.Rejection.InvitationEnded;
import roster.command.rejection.Rejection.InvitationExpired;
import roster.command.rejection.Rejection.WrongAccount;
import roster.contract.email.EmailAddress;
import roster.contract.event.Identity;
import roster.contract.event.MemberEvent.InvitationAccepted;
import roster.contract.event.MemberEvent.InvitationDeclined;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.MemberEvent.MemberRoleChanged;
import roster.contract.invitation.InvitationToken;
import roster.contract.role.Role;

class AcceptingTest {
    private static final EmailAddress SOMEBODY_ELSE = EmailAddress.of("mallory@navy.example");

    private static AcceptInvitation accept(InvitationToken link) {
        return new AcceptInvitation(ACME.id(), link, List.of(ADDRESS), ACCOUNT);
    }

    @Test
    void the_person_invited_joins() {
        besideAda().given(invited()).when(accept(LINK)).expectEvents(accepted());
    }

    @Test
    void the_verified_address_may_be_written_in_another_way() {
        besideAda().given(invited())
                .when(new AcceptInvitation(ACME.id(), LINK, List.of(SOMEBODY_ELSE, EmailAddress.of("GRACE@NAVY.EXAMPLE")), null))
                .expectEvents(new InvitationAccepted(GRACE, INVITATION, Role.DEVELOPER, null));
    }

    @Test
    void another_person_cannot_join_with_the_link() {
        besideAda().given(invited()).when(new AcceptInvitation(ACME.id(), LINK, List.of(SOMEBODY_ELSE), ACCOUNT))
                .expectNoEvents().expectExceptionDetails(new WrongAccount());
    }

    @ParameterizedTest
    @CsvSource({"grace@fass.example, grace@faß.example", "grace@faß.example, grace@fass.example",
            "bill@navy.example, b\u0131ll@navy.example",
            "find@navy.example, \ufb01nd@navy.example", "\u0131ngrid@navy.example, INGRID@navy.example"})
    void an_address_that_only_looks_like_the_invited_one_is_the_wrong_account(String address, String verified) {
        var invited = new MemberInvited(GRACE, ACME, INVITATION, "Grace Hopper", address, Role.DEVELOPER, Story.ADA, EXPIRY);

        besideAda().given(invited).when(new AcceptInvitation(ACME.id(), LINK, List.of(EmailAddress.of(verified)), ACCOUNT))
                .expectNoEvents().expectExceptionDetails(new WrongAccount());
    }

    @Test
    void a_dead_link_does_not_tell_whose_it_was() {
        besideAda().given(invited(), accepted()).when(new AcceptInvitation(ACME.id(), LINK, List.of(SOMEBODY_ELSE), ACCOUNT))
                .expectNoEvents().expectExceptionDetails(new InvitationEnded());
    }

    @Test
    void who_got_another_role_meanwhile_joins_with_that() {
        besideAda().given(invited(), new MemberRoleChanged(GRACE, Role.DEVELOPER, Role.ADMIN)).when(accept(LINK))
                .expectEvents(accepted(Role.ADMIN));
    }

    @Test
    void an_account_belongs_to_one_member() {
        var other = new MemberInvited(id(7), ACME, id(8), "G. Hopper", "hopper@navy.example", Role.ADMIN, ADA, EXPIRY);

        besideAda().knowing(other, new InvitationAccepted(id(7), id(8), Role.ADMIN, ACCOUNT)).given(invited()).when(accept(LINK))
                .expectNoEvents().expectExceptionDetails(new AccountTaken());
        besideAda().knowing(other, new InvitationAccepted(id(7), id(8), Role.ADMIN, new Identity("google", ACCOUNT.subject())))
                .given(invited()).when(accept(LINK)).expectEvents(accepted());
    }

    @Test
    void an_invitation_is_good_until_the_moment_it_expires() {
        besideAda().at(EXPIRY.minusNanos(1)).given(invited()).when(accept(LINK)).expectEvents(accepted());
        besideAda().at(EXPIRY).given(invited()).when(accept(LINK)).expectNoEvents()
                .expectExceptionDetails(new InvitationExpired(EXPIRY));
    }

    @Test
    void an_expired_invitation_cannot_be_accepted_even_if_clocks_differ() {
        besideAda().given(invited(), expired()).when(accept(LINK)).expectNoEvents()
                .expectExceptionDetails(new InvitationExpired(EXPIRY));
    }

    @Test
    void only_the_newest_link_is_good() {
        var newest = new InvitationToken(GRACE, INVITATION, 2);

        besideAda().given(invited(), resent(2, EXPIRY)).when(accept(LINK)).expectNoEvents().expectExceptionDetails(new InvitationEnded());
        besideAda().given(invited(), resent(2, EXPIRY)).when(accept(newest)).expectEvents(accepted());
        besideAda().given(invited()).when(accept(newest)).expectNoEvents().expectExceptionDetails(new InvitationEnded());
    }

    @Test
    void the_link_of_another_invitation_is_not_good() {
        besideAda().given(invited()).when(accept(new InvitationToken(GRACE, id(99), 1))).expectNoEvents()
                .expectExceptionDetails(new InvitationEnded());
    }

    @Test
    void a_link_is_used_once() {
        besideAda().given(invited(), accepted()).when(accept(LINK)).expectNoEvents().expectExceptionDetails(new InvitationEnded());
    }

    @Test
    void the_person_invited_may_decline() {
        var decline = new DeclineInvitation(ACME.id(), LINK);
        var declined = new InvitationDeclined(GRACE, INVITATION);

        besideAda().given(invited()).when(decline).expectEvents(declined);
        besideAda().given(invited(), declined).when(decline).expectNoEvents().expectExceptionDetails(new InvitationEnded());
        besideAda().given(invited(), resent(2, EXPIRY)).when(decline).expectNoEvents().expectExceptionDetails(new InvitationEnded());
    }
}
