package roster.command.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import roster.command.Client;
import roster.command.Client.Response;
import roster.command.ServiceTest;
import roster.command.Team;
import roster.command.Teams;
import roster.command.TestClock;
import roster.contract.event.Actor;
import roster.contract.event.Inviter;
import roster.contract.event.MemberEvent.NewInvitationRequested;
import roster.contract.stored.RecordedEvent;

/** Requests for a new invitation with an expired link. */
@ServiceTest
class AskAgainTest {
    private static final String GRACE = "grace@navy.example";

    @Autowired private Client client;

    @Autowired private Teams teams;

    @Autowired private TestClock clock;

    @AfterEach
    void reset() {
        clock.reset();
    }

    private Response ask(String link, String... headers) {
        return client.anonymous().post("/invitations/ask-again", "{\"token\": \"%s\"}".formatted(link), headers);
    }

    private Response overdue(Team team) {
        var invited = team.invite(GRACE, "developer");
        clock.forward(Duration.ofDays(8));
        return invited;
    }

    @Test
    void the_link_of_an_overdue_invitation_is_all_that_it_takes() {
        var team = teams.founded("asks");
        var invited = overdue(team);
        var grace = invited.id("/memberId");

        var asked = ask(team.link(invited));

        assertThat(asked.status()).as(asked.raw()).isEqualTo(204);
        assertThat(asked.header("ETag")).isEqualTo("\"2\"");
        assertThat(team.history(grace)).containsExactly("member.invited", "member.invitation_expired", "member.new_invitation_requested");
        assertThat(team.events(grace)).extracting(it -> it.metadata().actor()).element(1).isEqualTo(Actor.SYSTEM);
        assertThat(team.events(grace)).extracting(it -> it.metadata().actor()).element(2)
                .isEqualTo(new Actor(Actor.Kind.MEMBER, grace.toString()));
        assertThat(((NewInvitationRequested) last(team, grace).event()).inviter())
                .isEqualTo(new Inviter(team.ada(), "Ada Lovelace", "ada@acme.example"));
    }

    private static RecordedEvent last(Team team, UUID member) {
        return team.events(member).getLast();
    }

    @Test
    void asking_twice_is_asking_once() {
        var team = teams.founded("asks-twice");
        var invited = overdue(team);

        assertThat(ask(team.link(invited)).status()).isEqualTo(204);
        assertThat(ask(team.link(invited)).status()).isEqualTo(204);

        assertThat(team.history(invited.id("/memberId"))).hasSize(3);
    }

    @Test
    void asking_frees_the_address_as_any_expiry_does() {
        var team = teams.founded("asks-freely");
        var invited = overdue(team);
        ask(team.link(invited));

        var other = team.invite(GRACE, "admin");

        assertThat(other.status()).as(other.raw()).isEqualTo(201);
        assertThat(team.post(invited.id("/memberId"), "invitation/resend").code()).isEqualTo("email-taken");
        team.delete(other.id("/memberId"));
        assertThat(team.post(invited.id("/memberId"), "invitation/resend").status()).isEqualTo(200);
        assertThat(team.invite(GRACE, "developer").code()).isEqualTo("email-taken");
    }

    @Test
    void a_resend_is_the_answer_and_its_link_begins_anew() {
        var team = teams.founded("asks-and-gets");
        var invited = overdue(team);
        ask(team.link(invited));
        team.post(invited.id("/memberId"), "invitation/resend");
        var second = team.link(invited.id("/memberId"), invited.id("/invitation/invitationId"), 2);

        assertThat(ask(team.link(invited)).code()).isEqualTo("invitation-ended");
        assertThat(ask(second).code()).isEqualTo("invitation-not-expired");
        clock.forward(Duration.ofDays(8));
        assertThat(ask(second).status()).isEqualTo(204);
        assertThat(((NewInvitationRequested) last(team, invited.id("/memberId")).event()).issue()).isEqualTo(2);
    }

    @Test
    void who_need_not_ask_or_may_not_is_told_no_more_than_that() {
        var team = teams.founded("asks-in-vain");
        var pending = team.link(team.invite(GRACE, "developer"));
        var revoked = team.invite("jean@navy.example", "developer");
        team.post(revoked.id("/memberId"), "invitation/revoke");

        assertRefused(ask(pending), 409, "invitation-not-expired");
        assertRefused(ask(team.link(revoked)), 410, "invitation-ended");
        assertRefused(ask(team.adasLink()), 410, "invitation-ended");
        assertRefused(ask(pending.substring(0, pending.length() - 4)), 404, "not-found");
    }

    private static void assertRefused(Response answer, int status, String code) {
        assertThat(answer.status()).as(answer.raw()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.raw()).doesNotContainIgnoringCase("navy", "acme", "asks");
    }

    @Test
    void who_is_to_be_asked_is_looked_at_now() {
        var team = teams.founded("asks-whom");
        var jean = team.join("jean@navy.example", "admin");
        var invited = team.invite(GRACE, "developer", "On-Behalf-Of", jean.toString());
        clock.forward(Duration.ofDays(8));
        team.post(jean, "suspend");

        ask(team.link(invited));

        assertThat(((NewInvitationRequested) last(team, invited.id("/memberId")).event()).inviter()).isNull();
    }

    @Test
    void a_condition_is_about_the_member_before_the_expiry() {
        var team = teams.founded("asks-if");
        var invited = overdue(team);

        assertThat(ask(team.link(invited), "If-Match", "\"1\"").code()).isEqualTo("precondition-failed");
        assertThat(team.history(invited.id("/memberId"))).containsExactly("member.invited");
        assertThat(ask(team.link(invited), "If-Match", "\"0\"").status()).isEqualTo(204);
    }
}
