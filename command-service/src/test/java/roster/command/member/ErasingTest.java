package roster.command.member;

import static org.assertj.core.api.Assertions.assertThat;
import static roster.command.member.MemberFixture.besideAda;
import static roster.command.member.Story.ACME;
import static roster.command.member.Story.GRACE;
import static roster.command.member.Story.INVITATION;
import static roster.command.member.Story.accepted;
import static roster.command.member.Story.invited;

import org.junit.jupiter.api.Test;

import roster.command.member.MemberCommand.EraseMember;
import roster.contract.event.MemberEvent.InvitationRevoked;
import roster.contract.event.MemberEvent.MemberErased;

class ErasingTest {
    private static final EraseMember ERASE = new EraseMember(GRACE, ACME.id());

    private final MemberFixture member = besideAda();

    @Test
    void the_key_is_destroyed_with_the_event() {
        member.given(invited(), new InvitationRevoked(GRACE, INVITATION)).when(ERASE).expectEvents(new MemberErased(GRACE));

        assertThat(member.erased()).containsExactly(GRACE);
    }

    @Test
    void that_of_a_current_member_is_not() {
        member.given(invited(), accepted()).when(ERASE).expectNoEvents();

        assertThat(member.erased()).isEmpty();
    }
}
