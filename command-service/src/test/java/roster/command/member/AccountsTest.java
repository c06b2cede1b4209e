package roster.command.member;

import static roster.command.member.MemberFixture.besideAda;
import static roster.command.member.Story.ACCOUNT;
import static roster.command.member.Story.ACME;
import static roster.command.member.Story.ADA;
import static roster.command.member.Story.ADDRESS;
import static roster.command.member.Story.GRACE;
import static roster.command.member.Story.INVITATION;
import static roster.command.member.Story.LINK;
import static roster.command.member.Story.accepted;
import static roster.command.member.Story.id;
import static roster.command.member.Story.invited;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import roster.command.member.MemberCommand.AcceptInvitation;
import roster.command.member.MemberCommand.LinkAccount;
import roster.command.member.MemberCommand.UnlinkAccount;
import roster.command.rejection.Rejection.AccountTaken;
import roster.command.rejection.Rejection.LastAccount;
import roster.command.rejection.Rejection.NotFound;
import roster.contract.event.Identity;
import roster.contract.event.MemberEvent.AccountLinked;
import roster.contract.event.MemberEvent.AccountUnlinked;
import roster.contract.event.MemberEvent.InvitationAccepted;
import roster.contract.role.Role;

class AccountsTest {
    private static final Identity GOOGLE = new Identity("google", "g-1906");
    private static final UUID SECOND = id(9);
    private static final AccountLinked LINKED = new AccountLinked(GRACE, SECOND, GOOGLE);

    private static LinkAccount link(Identity identity) {
        return new LinkAccount(GRACE, ACME.id(), SECOND, identity);
    }

    private static UnlinkAccount unlink(UUID account) {
        return new UnlinkAccount(GRACE, ACME.id(), account);
    }

    @Test
    void a_member_links_an_account_of_another_provider_or_of_the_same() {
        var another = new Identity(ACCOUNT.provider(), "another");

        besideAda().given(invited(), accepted()).when(link(GOOGLE)).expectEvents(LINKED);
        besideAda().given(invited(), accepted(), LINKED).when(new LinkAccount(GRACE, ACME.id(), id(10), another))
                .expectEvents(new AccountLinked(GRACE, id(10), another));
    }

    @Test
    void an_account_of_the_member_is_not_linked_again() {
        besideAda().given(invited(), accepted()).when(link(ACCOUNT)).expectNoEvents().expectSuccessfulHandlerExecution();
        besideAda().given(invited(), accepted(), LINKED).when(link(GOOGLE)).expectNoEvents().expectSuccessfulHandlerExecution();
    }

    @Test
    void an_account_belongs_to_one_member_whether_it_was_linked_or_has_accepted() {
        var adas = new AccountLinked(ADA.memberId(), id(11), GOOGLE);

        besideAda().knowing(adas).given(invited(), accepted()).when(link(GOOGLE)).expectNoEvents()
                .expectExceptionDetails(new AccountTaken());
        besideAda().knowing(adas).given(invited()).when(new AcceptInvitation(ACME.id(), LINK, List.of(ADDRESS), GOOGLE)).expectNoEvents()
                .expectExceptionDetails(new AccountTaken());
        besideAda().knowing(adas, new AccountUnlinked(ADA.memberId(), id(11))).given(invited(), accepted()).when(link(GOOGLE))
                .expectEvents(LINKED);
    }

    @Test
    void either_of_two_accounts_can_be_removed_and_the_last_one_cannot() {
        var removedSecond = new AccountUnlinked(GRACE, SECOND);
        var removedFirst = new AccountUnlinked(GRACE, GRACE);

        besideAda().given(invited(), accepted(), LINKED).when(unlink(SECOND)).expectEvents(removedSecond);
        besideAda().given(invited(), accepted(), LINKED).when(unlink(GRACE)).expectEvents(removedFirst);
        besideAda().given(invited(), accepted(), LINKED, removedSecond).when(unlink(GRACE)).expectNoEvents()
                .expectExceptionDetails(new LastAccount());
        besideAda().given(invited(), accepted(), LINKED, removedFirst).when(unlink(SECOND)).expectNoEvents()
                .expectExceptionDetails(new LastAccount());
    }

    @Test
    void an_account_that_is_not_the_members_cannot_be_removed() {
        besideAda().given(invited(), accepted(), LINKED).when(unlink(ADA.memberId())).expectNoEvents()
                .expectExceptionDetails(new NotFound());
        besideAda().given(invited(), accepted(), LINKED, new AccountUnlinked(GRACE, SECOND)).when(unlink(SECOND)).expectNoEvents()
                .expectExceptionDetails(new NotFound());
    }

    @Test
    void a_member_for_whom_an_operator_has_accepted_without_an_account_has_none_to_remove() {
        var accepted = new InvitationAccepted(GRACE, INVITATION, Role.DEVELOPER, null);

        besideAda().given(invited(), accepted).when(unlink(GRACE)).expectNoEvents().expectExceptionDetails(new NotFound());
        besideAda().given(invited(), accepted).when(link(GOOGLE)).expectEvents(LINKED);
    }
}
