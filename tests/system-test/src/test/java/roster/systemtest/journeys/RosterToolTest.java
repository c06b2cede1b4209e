package roster.systemtest.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import roster.systemtest.running.OnSharedRoster;
import roster.systemtest.running.Roster;
import roster.systemtest.running.ScriptRun;

/** {@code ./roster status}, {@code doctor} and {@code verify} beside a running Roster. */
@OnSharedRoster
class RosterToolTest {
    @Test
    void status_shows_every_process_as_healthy_and_every_reader(Roster roster) {
        roster.awaitReady();

        var status = ScriptRun.of(roster, "status");

        assertThat(status.output()).containsPattern("Roster \\d+\\.\\d+\\.\\d+\\S* \\(")
                .containsPattern("query-service +healthy +ports .*, process \\d+")
                .containsPattern("notification-service +healthy").containsPattern("command-service +state-publisher +\\d+")
                .containsPattern("Kafka +answers").containsPattern("postgres +[1-9]\\d*\\.\\d MB");
        assertThat(status.exit()).isZero();
    }

    @Test
    void doctor_finds_that_roster_answers_on_all_ports(Roster roster) {
        assertThat(ScriptRun.of(roster, "doctor").output()).containsPattern("ok +ports +Roster runs, and answers on all of them")
                .containsPattern("ok +data version +of PostgreSQL 18").containsPattern("ok +build");
    }

    @Test
    void verify_proves_an_organization(Roster roster) {
        var proven = ScriptRun.of(roster, "verify", "acme");

        assertThat(proven.output()).contains("the list follows from the events").doesNotContain("WRONG");
        assertThat(proven.exit()).isZero();
    }
}
