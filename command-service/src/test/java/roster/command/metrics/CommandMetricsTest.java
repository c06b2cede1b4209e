package roster.command.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import roster.command.ServiceTest;
import roster.command.Team;
import roster.command.Teams;

@ServiceTest
class CommandMetricsTest {
    @Autowired private Teams teams;
    @Autowired private MeterRegistry meters;

    private Team team;
    private UUID grace;

    @BeforeEach
    void a_member_is_there() {
        team = teams.founded("measured-" + UUID.randomUUID().toString().substring(0, 8));
        grace = team.join("grace@navy.example", "developer");
    }

    @Test
    void a_command_that_changes_something_is_recorded_and_so_are_its_events() {
        double before = commands("recorded");
        double events = events("member.name_changed");

        assertThat(team.changeName(grace, "Grace Brewster Hopper").status()).isEqualTo(204);

        assertThat(commands("recorded")).isEqualTo(before + 1);
        assertThat(events("member.name_changed")).isEqualTo(events + 1);
    }

    @Test
    void a_command_that_changes_nothing_is_unchanged() {
        assertThat(team.changeName(grace, "Grace B. Hopper").status()).isEqualTo(204);
        double before = commands("unchanged");
        double events = events("member.name_changed");

        assertThat(team.changeName(grace, "Grace B. Hopper").status()).isEqualTo(204);

        assertThat(commands("unchanged")).isEqualTo(before + 1);
        assertThat(events("member.name_changed")).isEqualTo(events);
    }

    @Test
    void a_command_that_is_sent_again_with_its_key_is_repeated() {
        var key = UUID.randomUUID().toString();
        assertThat(team.changeName(grace, "Amazing Grace", "Idempotency-Key", key).status()).isEqualTo(204);
        double recorded = commands("recorded");
        double before = commands("repeated");

        assertThat(team.changeName(grace, "Amazing Grace", "Idempotency-Key", key).status()).isEqualTo(204);

        assertThat(commands("repeated")).isEqualTo(before + 1);
        assertThat(commands("recorded")).isEqualTo(recorded);
    }

    @Test
    void a_rejection_is_counted_with_the_code_of_its_answer() {
        double before = commands("rejected");
        double deleted = rejections("member-deleted");
        assertThat(team.delete(grace).status()).isEqualTo(204);

        assertThat(team.changeName(grace, "Nobody").code()).isEqualTo("member-deleted");

        assertThat(commands("rejected")).isEqualTo(before + 1);
        assertThat(rejections("member-deleted")).isEqualTo(deleted + 1);
    }

    @Test
    void a_command_for_a_member_that_does_not_exist_is_rejected() {
        double before = rejections("not-found");

        assertThat(team.changeName(UUID.randomUUID(), "Nobody").code()).isEqualTo("not-found");

        assertThat(rejections("not-found")).isEqualTo(before + 1);
    }

    @Test
    void a_command_without_the_permission_is_denied() {
        double before = commands("denied");
        var byGrace = team.as(team.client().signedIn("grace@navy.example"));

        assertThat(byGrace.changeName(team.ada(), "Ada").status()).isEqualTo(403);

        assertThat(commands("denied")).isEqualTo(before + 1);
    }

    @Test
    void a_dry_run_is_not_counted() {
        double before = commands("recorded");

        assertThat(team.client().send("PUT", "/dry-run" + team.path(grace) + "/name", "{\"name\": \"Grace\"}").status()).isEqualTo(200);

        assertThat(commands("recorded")).isEqualTo(before);
    }

    private double commands(String result) {
        var timer = meters.find("roster.commands").tags("command", "ChangeMemberName", "result", result).timer();
        return timer == null ? 0 : timer.count();
    }

    private double rejections(String code) {
        var counter = meters.find("roster.commands.rejected").tag("code", code).counter();
        return counter == null ? 0 : counter.count();
    }

    private double events(String type) {
        var counter = meters.find("roster.events.recorded").tag("type", type).counter();
        return counter == null ? 0 : counter.count();
    }
}
