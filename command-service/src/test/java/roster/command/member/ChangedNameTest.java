package roster.command.member;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import roster.command.Client;
import roster.command.ServiceTest;
import roster.command.Team;
import roster.command.Teams;
import roster.command.text.Name;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.MemberEvent.MemberNameChanged;

@ServiceTest
class ChangedNameTest {
    private static final String GRACE = "grace@navy.example";

    @Autowired private Client client;
    @Autowired private Teams teams;

    @Test
    void an_admin_changes_the_name_of_a_member_and_the_event_has_both() {
        var team = teams.founded("renaming");
        var grace = team.join(GRACE, "developer");

        var answer = team.changeName(grace, " Grace\u00a0Brewster Hopper ", "If-Match", "\"1\"");

        assertThat(answer.status()).as(answer.raw()).isEqualTo(204);
        assertThat(answer.header("ETag")).isEqualTo("\"2\"");
        assertThat(team.events(grace).getLast().event())
                .isEqualTo(new MemberNameChanged(grace, "Grace Hopper", Name.of(" Grace\u00a0Brewster Hopper ")));
        assertThat(team.changeName(grace, "Grace", "If-Match", "\"1\"").code()).isEqualTo("precondition-failed");
    }

    @Test
    void the_same_name_changes_nothing() {
        var team = teams.founded("renaming-nothing");
        var grace = team.join(GRACE, "developer");

        assertThat(team.changeName(grace, "Grace Hopper").status()).isEqualTo(204);
        assertThat(team.events(grace)).hasSize(2);
    }

    @Test
    void members_change_their_own_name_and_no_other() {
        var team = teams.founded("renaming-oneself");
        var grace = team.join(GRACE, "endpoint_user");
        var asGrace = team.as(client.signedIn(GRACE));

        assertThat(asGrace.changeName(grace, "Amazing Grace").status()).isEqualTo(204);
        assertThat(asGrace.changeName(team.ada(), "Mallory").code()).isEqualTo("forbidden");
        team.post(grace, "suspend");
        assertThat(asGrace.changeName(grace, "Grace").status()).isEqualTo(403);
        team.delete(grace);
        assertThat(team.changeName(grace, "Grace").code()).isEqualTo("member-deleted");
    }

    @Test
    void who_invites_or_is_invited_next_is_called_by_the_new_name() {
        var team = teams.founded("renaming-inviters");
        team.changeName(team.ada(), "Ada King");

        var invited = team.invite(GRACE, "developer");
        team.changeName(invited.id("/memberId"), "Amazing Grace");
        var shown = client.post("/invitations/lookup", "{\"token\": \"%s\"}".formatted(team.link(invited)));

        assertThat(inviterName(team, invited.id("/memberId"))).isEqualTo("Ada King");
        assertThat(shown.text("/name")).isEqualTo("Amazing Grace");
        assertThat(shown.text("/invitedBy/name")).isEqualTo("Ada King");
    }

    @Test
    void a_name_is_as_well_formed_as_that_of_an_invitation() {
        var team = teams.founded("renaming-badly");

        for (var name : new String[]{"", " ", "www.evil.example", "a".repeat(65), "\\u202eAda"}) {
            var answer = team.changeName(team.ada(), name);
            assertThat(answer.status()).as(name).isEqualTo(400);
            assertThat(answer.text("/errors/0/pointer")).isEqualTo("/name");
        }
    }

    private static String inviterName(Team team, UUID invited) {
        var inviter = ((MemberInvited) team.events(invited).getFirst().event()).inviter();
        return requireNonNull(requireNonNull(inviter).name());
    }
}
