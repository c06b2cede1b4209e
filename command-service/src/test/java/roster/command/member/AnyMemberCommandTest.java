package roster.command.member;

import static roster.command.member.MemberFixture.besideAda;
import static roster.command.member.Story.ACCOUNT;
import static roster.command.member.Story.ACME;
import static roster.command.member.Story.ADDRESS;
import static roster.command.member.Story.GRACE;
import static roster.command.member.Story.LINK;
import static roster.command.member.Story.accepted;
import static roster.command.member.Story.expecting;
import static roster.command.member.Story.id;
import static roster.command.member.Story.invited;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
import roster.command.member.MemberCommand.LinkAccount;
import roster.command.member.MemberCommand.ReactivateMember;
import roster.command.member.MemberCommand.ResendInvitation;
import roster.command.member.MemberCommand.RevokeInvitation;
import roster.command.member.MemberCommand.SuspendMember;
import roster.command.member.MemberCommand.UnlinkAccount;
import roster.command.rejection.Rejection.NotFound;
import roster.command.rejection.Rejection.PreconditionFailed;
import roster.contract.event.Identity;
import roster.contract.event.MemberEvent.MemberSuspended;
import roster.contract.role.Role;

class AnyMemberCommandTest {
    static List<MemberCommand> commandsTo(UUID organization) {
        return List.of(new ResendInvitation(GRACE, organization), new RevokeInvitation(GRACE, organization),
                new AcceptInvitation(organization, LINK, List.of(ADDRESS), ACCOUNT), new DeclineInvitation(organization, LINK),
                new AskForNewInvitation(organization, LINK),
                new ExpireInvitation(GRACE, organization), new ChangeMemberName(GRACE, organization, "Grace"),
                new ChangeMemberEmail(GRACE, organization, ADDRESS),
                new ChangeMemberRole(GRACE, organization, Role.ADMIN, false),
                new ConfirmMemberAccess(GRACE, organization, Role.DEVELOPER),
                new LinkAccount(GRACE, organization, id(9), new Identity("google", "1906")), new UnlinkAccount(GRACE, organization, GRACE),
                new SuspendMember(GRACE, organization, false), new ReactivateMember(GRACE, organization),
                new DeleteMember(GRACE, organization, false),
                new EraseMember(GRACE, organization));
    }

    static List<MemberCommand> foreign() {
        return commandsTo(id(66));
    }

    static List<MemberCommand> own() {
        return commandsTo(ACME.id());
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void from_another_organization_a_member_does_not_exist(MemberCommand command) {
        besideAda().given(invited()).when(command).expectNoEvents().expectExceptionDetails(new NotFound());
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void another_organization_does_not_learn_the_version_either(MemberCommand command) {
        besideAda().given(invited()).when(command, expecting(7)).expectNoEvents().expectExceptionDetails(new NotFound());
    }

    @ParameterizedTest
    @MethodSource("own")
    void a_member_who_has_changed_meanwhile_is_left_alone(MemberCommand command) {
        besideAda().given(invited(), accepted()).when(command, expecting(0)).expectNoEvents()
                .expectExceptionDetails(new PreconditionFailed(1L, false));
    }

    @Test
    void a_member_who_is_as_expected_can_be_changed() {
        besideAda().given(invited(), accepted()).when(new SuspendMember(GRACE, ACME.id(), false), expecting(1))
                .expectEvents(new MemberSuspended(GRACE));
    }

    @Test
    void the_current_role_is_no_change() {
        besideAda().given(invited(), accepted()).when(new ChangeMemberRole(GRACE, ACME.id(), Role.DEVELOPER, false))
                .expectNoEvents().expectSuccessfulHandlerExecution();
    }
}
