package roster.command.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import roster.command.ServiceTest;
import roster.command.Teams;
import roster.contract.stored.RecordedEvent;

/** Versions and positions in requests and responses. */
@ServiceTest
class ConditionsTest {
    @Autowired private Teams teams;

    @Test
    void every_answer_gives_the_version_and_the_position_of_its_event() {
        var team = teams.founded("versions");
        var invited = team.invite("grace@navy.example", "developer");
        var grace = invited.id("/memberId");
        var answers = new Object[][]{
                {"\"0\"", invited},
                {"\"1\"", team.post(grace, "invitation/resend")},
                {"\"2\"", team.client().accept(team.link(grace, invited.id("/invitation/invitationId"), 2), "grace@navy.example")},
                {"\"3\"", team.changeRole(grace, "admin")}, {"\"4\"", team.post(grace, "suspend")},
                {"\"5\"", team.post(grace, "reactivate")}, {"\"6\"", team.delete(grace)}};

        var positions = team.events(grace).stream().map(RecordedEvent::position).toList();
        for (int i = 0; i < answers.length; i++) {
            var answer = (roster.command.Client.Response) answers[i][1];
            assertThat(answer.header("ETag")).isEqualTo(answers[i][0]);
            assertThat(answer.position()).isEqualTo(positions.get(i));
        }
    }

    @Test
    void a_member_is_changed_only_as_the_caller_knows_them() {
        var team = teams.founded("conditions");
        var grace = team.join("grace@navy.example", "developer");

        var refused = team.post(grace, "suspend", "If-Match", "\"0\"");
        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.code()).isEqualTo("precondition-failed");
        assertThat(refused.text("/errors/0/header")).isEqualTo("If-Match");
        assertThat(team.history(grace)).hasSize(2);

        assertThat(team.post(grace, "suspend", "If-Match", "\"1\"").status()).isEqualTo(204);
        assertThat(team.post(grace, "reactivate", "If-Match", "*").status()).isEqualTo(204);
        assertThat(team.delete(grace, "If-Match", "\"1\"").status()).isEqualTo(412);
        assertThat(team.changeRole(grace, "developer", "If-Match", "\"1\"").status()).isEqualTo(412);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "\"0\", \"1\"", "\"1\",\"7\"", "W/\"0\" , \"1\"", "\"a,b\", \"1\"", " * "})
    void one_of_several_versions_is_enough(String condition) {
        var team = teams.founded("several-versions-" + Integer.toHexString(condition.hashCode()));
        var grace = team.join("grace@navy.example", "developer");

        assertThat(team.post(grace, "suspend", "If-Match", condition).status()).as(condition).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"0\", \"2\"", "\"01\"", "\"\"", "\"a,\", \"2\"", "\"three\"", "\"9999999999999999999\"", "\"0\", W/\"1\""})
    void other_versions_and_other_etags_match_nothing(String condition) {
        var team = teams.founded("other-versions-" + Integer.toHexString(condition.hashCode()));
        var grace = team.join("grace@navy.example", "developer");

        var refused = team.post(grace, "suspend", "If-Match", condition);
        assertThat(refused.status()).as(refused.raw()).isEqualTo(412);
        assertThat(refused.text("/errors/0/detail")).isEqualTo("the version is \"1\"");
        assertThat(refused.text("/detail")).isEqualTo("The current version is not one that If-Match names.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"1\"", "W/\"1\", W/\"2\""})
    void a_weak_etag_never_matches_and_the_answer_says_so(String condition) {
        var team = teams.founded("weak-" + condition.length());
        var grace = team.join("grace@navy.example", "developer");

        var refused = team.post(grace, "suspend", "If-Match", condition);
        assertThat(refused.status()).as(refused.raw()).isEqualTo(412);
        assertThat(refused.code()).isEqualTo("precondition-failed");
        assertThat(refused.text("/detail")).contains("weak ETags never match");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "\"0\""})
    void what_is_not_there_yet_matches_nothing(String expected) {
        var team = teams.founded("nothing-to-match-" + expected.length());

        for (var refused : List.of(team.invite("grace@navy.example", "developer", "If-Match", expected),
                team.client().post("/organizations", """
                        {"slug": "never-matched", "name": "Acme", "admin": {"name": "Ada", "email": "ada@acme.example"}}""",
                        "If-Match", expected))) {
            assertThat(refused.status()).as(refused.raw()).isEqualTo(412);
            assertThat(refused.code()).isEqualTo("precondition-failed");
            assertThat(refused.text("/errors/0/header")).isEqualTo("If-Match");
        }
        assertThat(team.invite("grace@navy.example", "developer").status()).isEqualTo(201);
    }

    @Test
    void what_is_so_already_is_no_event() {
        var team = teams.founded("no-events");
        var grace = team.join("grace@navy.example", "developer");

        var same = team.changeRole(grace, "developer");

        assertThat(same.status()).isEqualTo(204);
        assertThat(same.header("ETag")).isEqualTo("\"1\"");
        assertThat(same.position()).isGreaterThanOrEqualTo(team.events(grace).getLast().position());
        assertThat(team.history(grace)).hasSize(2);

        assertThat(team.delete(grace).status()).isEqualTo(204);
        assertThat(team.delete(grace).header("ETag")).isEqualTo("\"2\"");
        assertThat(team.history(grace)).hasSize(3);
    }
}
