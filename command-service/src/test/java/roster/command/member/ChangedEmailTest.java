package roster.command.member;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import roster.command.Client;
import roster.command.ServiceTest;
import roster.command.Teams;
import roster.command.TestClock;
import roster.contract.event.MemberEvent.InvitationResent;
import roster.contract.event.MemberEvent.MemberEmailChanged;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.MemberStatus;
import roster.contract.stored.RecordedEvent;

@ServiceTest
class ChangedEmailTest {
    private static final String GRACE = "grace@navy.example";
    private static final String NEW = "Grace@hopper.example";

    @Autowired private Client client;
    @Autowired private Teams teams;
    @Autowired private TestClock clock;

    @Test
    void an_invitation_goes_out_anew_to_the_new_address_and_the_old_link_is_dead() {
        var team = teams.founded("moved-invitation");
        var invited = team.invite(GRACE, "developer");
        var grace = invited.id("/memberId");

        assertThat(team.changeEmail(grace, NEW).status()).isEqualTo(204);

        assertThat(team.history(grace)).containsExactly("member.invited", "member.email_changed", "member.invitation_resent");
        assertThat(((InvitationResent) team.events(grace).getLast().event()).email()).isEqualTo(NEW);
        assertThat(client.accept(team.link(invited), GRACE).code()).isEqualTo("invitation-ended");
        var link = team.link(grace, invited.id("/invitation/invitationId"), 2);
        assertThat(client.post("/invitations/lookup", "{\"token\": \"%s\"}".formatted(link)).text("/email")).isEqualTo(NEW);
        assertThat(client.accept(link, GRACE).code()).isEqualTo("wrong-account");
        assertThat(client.accept(link, "grace@hopper.example").status()).isEqualTo(200);
    }

    @Test
    void an_expired_invitation_is_pending_again_at_the_new_address() {
        var team = teams.founded("moved-expired");
        var invited = team.invite(GRACE, "developer");
        clock.forward(Duration.ofDays(8));

        assertThat(team.changeEmail(invited.id("/memberId"), NEW).status()).isEqualTo(204);

        var link = team.link(invited.id("/memberId"), invited.id("/invitation/invitationId"), 2);
        assertThat(client.accept(link, NEW).status()).isEqualTo(200);
    }

    @Test
    void a_member_signs_in_as_before_and_the_old_address_is_free() {
        var team = teams.founded("moved-member");
        var grace = team.join(GRACE, "admin");

        assertThat(team.changeEmail(grace, NEW).status()).isEqualTo(204);

        var changed = (MemberEmailChanged) team.events(grace).getLast().event();
        assertThat(changed.status()).isEqualTo(MemberStatus.ACTIVE);
        assertThat(changed.from()).isEqualTo(GRACE);
        assertThat(changed.to()).isEqualTo(NEW);
        assertThat(team.invite("GRACE@HOPPER.example", "developer").code()).isEqualTo("email-taken");
        assertThat(team.invite(GRACE, "developer").status()).isEqualTo(201);
        var inviter = ((MemberInvited) team.events(team.invite("alan@navy.example", "developer", "On-Behalf-Of", grace.toString())
                .id("/memberId")).getFirst().event()).inviter();
        assertThat(requireNonNull(inviter).email()).isEqualTo(NEW);
    }

    @Test
    void an_address_of_another_member_or_invitee_is_taken_and_that_of_an_overdue_invitation_is_not() {
        var team = teams.founded("moved-onto");
        var grace = team.join(GRACE, "developer");
        var alan = team.invite("alan@navy.example", "developer").id("/memberId");

        assertThat(team.changeEmail(grace, "ADA@acme.example").code()).isEqualTo("email-taken");
        assertThat(team.changeEmail(grace, "alan@NAVY.example").code()).isEqualTo("email-taken");
        assertThat(team.changeEmail(alan, GRACE).code()).isEqualTo("email-taken");
        clock.forward(Duration.ofDays(8));
        assertThat(team.changeEmail(grace, "alan@navy.example").status()).isEqualTo(204);
        assertThat(team.history(alan)).containsExactly("member.invited", "member.invitation_expired");
    }

    @Test
    void two_members_who_get_one_address_at_once_get_it_one_after_the_other() {
        var team = teams.founded("moved-at-once");
        var members = IntStream.range(0, 6).mapToObj(i -> team.join("m" + i + "@navy.example", "developer")).toList();

        var answers = members.parallelStream().map(it -> team.changeEmail(it, NEW)).toList();

        assertThat(answers).filteredOn(it -> it.status() == 204).hasSize(1);
        assertThat(answers).filteredOn(it -> it.status() != 204).hasSize(5).allMatch(it -> it.code().equals("email-taken"));
    }

    @Test
    void the_same_address_changes_nothing_and_another_spelling_of_it_is_one_s_own() {
        var team = teams.founded("moved-nowhere");
        var grace = team.join(GRACE, "developer");

        assertThat(team.changeEmail(grace, GRACE).status()).isEqualTo(204);
        assertThat(team.events(grace)).hasSize(2);
        assertThat(team.changeEmail(grace, "Grace@Navy.example").status()).isEqualTo(204);
        assertThat(team.events(grace)).extracting(RecordedEvent::sequence).containsExactly(0L, 1L, 2L);
    }

    @Test
    void only_who_manages_members_changes_an_address_and_never_that_of_a_deleted_member() {
        var team = teams.founded("moved-by-whom");
        var grace = team.join(GRACE, "developer");

        assertThat(team.as(client.signedIn(GRACE)).changeEmail(grace, NEW).code()).isEqualTo("forbidden");
        assertThat(team.changeEmail(grace, "not an address").text("/errors/0/pointer")).isEqualTo("/email");
        team.delete(grace);
        assertThat(team.changeEmail(grace, NEW).code()).isEqualTo("member-deleted");
    }
}
