package roster.command.member;

import static roster.command.member.MemberFixture.alone;
import static roster.command.member.MemberFixture.besideAda;
import static roster.command.member.Story.ACCOUNT;
import static roster.command.member.Story.ACME;
import static roster.command.member.Story.ADDRESS;
import static roster.command.member.Story.GRACE;
import static roster.command.member.Story.LINK;
import static roster.command.member.Story.accepted;
import static roster.command.member.Story.invited;
import static roster.contract.role.Role.ADMIN;
import static roster.contract.role.Role.DEVELOPER;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import roster.command.member.MemberCommand.AcceptInvitation;
import roster.command.member.MemberCommand.ChangeMemberRole;
import roster.command.member.MemberCommand.DeleteMember;
import roster.command.member.MemberCommand.SuspendMember;
import roster.command.rejection.Rejection.LastAdmin;
import roster.contract.event.MemberEvent;
import roster.contract.event.MemberEvent.MemberDeleted;
import roster.contract.event.MemberEvent.MemberRoleChanged;
import roster.contract.event.MemberEvent.MemberSuspended;
import roster.contract.event.MemberStatus;

class LastAdminTest {
    static final List<MemberCommand> DOORS = List.of(new ChangeMemberRole(GRACE, ACME.id(), DEVELOPER, false),
            new SuspendMember(GRACE, ACME.id(), false),
            new DeleteMember(GRACE, ACME.id(), false));

    @ParameterizedTest
    @FieldSource("DOORS")
    void the_last_active_admin_stays(MemberCommand door) {
        alone().given(invited(ADMIN), accepted(ADMIN)).when(door).expectNoEvents().expectExceptionDetails(new LastAdmin());
    }

    @ParameterizedTest
    @FieldSource("DOORS")
    void one_of_two_active_admins_may_go(MemberCommand door) {
        besideAda().given(invited(ADMIN), accepted(ADMIN)).when(door).expectSuccessfulHandlerExecution();
    }

    @Test
    void who_is_no_admin_may_always_go() {
        alone().given(invited(), accepted()).when(new SuspendMember(GRACE, ACME.id(), false)).expectEvents(new MemberSuspended(GRACE));
        alone().given(invited(), accepted()).when(new DeleteMember(GRACE, ACME.id(), false))
                .expectEvents(new MemberDeleted(GRACE, MemberStatus.ACTIVE));
    }

    @Test
    void a_suspended_admin_is_not_an_active_one() {
        var suspended = List.<MemberEvent>of(invited(ADMIN), accepted(ADMIN), new MemberSuspended(GRACE));

        besideAda().given(suspended).when(new ChangeMemberRole(GRACE, ACME.id(), DEVELOPER, false))
                .expectEvents(new MemberRoleChanged(GRACE, ADMIN, DEVELOPER));
        besideAda().given(suspended).when(new DeleteMember(GRACE, ACME.id(), false))
                .expectEvents(new MemberDeleted(GRACE, MemberStatus.SUSPENDED));
    }

    @Test
    void before_anybody_is_active_an_invited_admin_may_go() {
        alone().given(invited(ADMIN)).when(new DeleteMember(GRACE, ACME.id(), false))
                .expectEvents(new MemberDeleted(GRACE, MemberStatus.INVITED));
        alone().given(invited(ADMIN)).when(new ChangeMemberRole(GRACE, ACME.id(), DEVELOPER, false))
                .expectEvents(new MemberRoleChanged(GRACE, ADMIN, DEVELOPER));
    }

    @Test
    void the_first_admin_may_join() {
        alone().given(invited(ADMIN)).when(new AcceptInvitation(ACME.id(), LINK, List.of(ADDRESS), ACCOUNT)).expectEvents(accepted(ADMIN));
    }
}
