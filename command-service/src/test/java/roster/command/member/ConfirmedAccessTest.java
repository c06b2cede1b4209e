package roster.command.member;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import roster.command.Client;
import roster.command.ServiceTest;
import roster.command.Teams;
import roster.contract.event.Actor;
import roster.contract.event.MemberEvent.MemberAccessConfirmed;
import roster.contract.role.Role;

@ServiceTest
class ConfirmedAccessTest {
    private static final String GRACE = "grace@navy.example";

    @Autowired private Client client;
    @Autowired private Teams teams;

    @Test
    void an_admin_confirms_the_role_of_a_member_as_often_as_there_are_reviews() {
        var team = teams.founded("confirming");
        var grace = team.join(GRACE, "developer");
        var asAda = team.as(client.signedIn("ada@acme.example"));

        var answer = asAda.confirmAccess(grace, "developer", "If-Match", "\"1\"");

        assertThat(answer.status()).as(answer.raw()).isEqualTo(204);
        assertThat(answer.header("ETag")).isEqualTo("\"2\"");
        var recorded = team.events(grace).getLast();
        assertThat(recorded.event()).isEqualTo(new MemberAccessConfirmed(grace, Role.DEVELOPER));
        assertThat(recorded.metadata().actor()).isEqualTo(new Actor(Actor.Kind.MEMBER, team.ada().toString()));
        assertThat(recorded.metadata().reason()).isEqualTo("review of spring");
        assertThat(asAda.confirmAccess(grace, "developer").status()).isEqualTo(204);
        assertThat(team.history(grace)).endsWith("member.access_confirmed", "member.access_confirmed");
    }

    @Test
    void a_retried_confirmation_is_recorded_once() {
        var team = teams.founded("confirming-again");
        var grace = team.join(GRACE, "developer");

        var first = team.confirmAccess(grace, "developer", "Idempotency-Key", "spring");
        var again = team.confirmAccess(grace, "developer", "Idempotency-Key", "spring");

        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.header("Consistency-Token")).isEqualTo(first.header("Consistency-Token"));
        assertThat(team.history(grace)).containsOnlyOnce("member.access_confirmed");
    }

    @Test
    void a_role_that_was_changed_meanwhile_is_not_confirmed() {
        var team = teams.founded("confirming-late");
        var grace = team.join(GRACE, "developer");
        team.changeRole(grace, "admin");

        var answer = team.confirmAccess(grace, "developer");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("role-differs");
        assertThat(answer.text("/errors/0/pointer")).isEqualTo("/role");
        assertThat(answer.text("/errors/0/detail")).isEqualTo("the role of the member is admin");
        assertThat(team.history(grace)).doesNotContain("member.access_confirmed");
    }

    @Test
    void only_callers_who_may_change_roles_confirm_them() {
        var team = teams.founded("confirming-wrongly");
        var grace = team.join(GRACE, "developer");
        var directory = team.as(client.with(team.createToken("organization", "directory").text("/secret")));
        var administration = team.as(client.with(team.createToken("organization", "member-administration").text("/secret")));

        assertThat(team.as(client.signedIn(GRACE)).confirmAccess(grace, "developer").code()).as("not one's own").isEqualTo("forbidden");
        assertThat(directory.confirmAccess(grace, "developer").code()).isEqualTo("forbidden");
        assertThat(administration.confirmAccess(grace, "developer").status()).isEqualTo(204);
        assertThat(teams.founded("confirming-elsewhere").confirmAccess(grace, "developer").code()).isEqualTo("not-found");
        assertThat(client.post(team.path(grace) + "/access/confirm", "{}").text("/errors/0/pointer")).isEqualTo("/role");
    }
}
