package roster.systemtest.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import roster.local.Effort;
import roster.systemtest.readers.Readers;
import roster.systemtest.trial.cluster.Disk;
import roster.systemtest.trial.cluster.DoubledRoster;
import roster.systemtest.trial.driver.Driver;
import roster.systemtest.trial.faults.Faults;
import roster.systemtest.trial.faults.Injector;
import roster.systemtest.trial.judge.TrialJudge;

/** With the {@code -Droster.seed=…} that it prints, the faults and the commands of each client are the same; when they meet is not. */
@Order(2)
class FaultTrialTest {
    private static final int CLIENTS = Effort.of(6, 16);
    private static final Duration INTERVAL = Duration.ofMillis(100);
    private static final Duration LONG = Duration.ofSeconds(Integer.getInteger("roster.trial.seconds", 600));

    @Test
    void no_command_is_lost_doubled_or_made_up_whatever_breaks(@TempDir Path folder) throws Exception {
        long seed = Effort.seed();
        System.out.println("the trial of faults, with -Droster.seed=" + seed);
        var postgres = folder.resolve("postgres");
        try (var roster = new DoubledRoster(folder, Effort.NIGHTLY ? Disk.small(postgres) : Disk.large(postgres));
                var driver = new Driver(roster, CLIENTS, INTERVAL, seed);
                var readers = new Readers(new ReaderSource(roster), driver.lastingOrganization())) {
            var began = Instant.now();
            var injector = new Injector(roster, seed);
            if (Effort.NIGHTLY) {
                injector.strikeUntil(began.plus(LONG), Faults.all());
            } else {
                injector.strikeWith(Faults.brief());
            }
            driver.stop();
            roster.awaitHealthy();
            var took = Duration.between(began, Instant.now());

            var verdict = new TrialJudge(roster, driver).judge(injector.struck());

            var result = new TrialResult(seed, took, driver.journal(), injector, verdict);
            System.out.println(result.table());
            result.writeIfWanted();
            assertThat(verdict.faults()).isEmpty();
            readers.haveExactlyTheEventsOfTheStore();
        }
    }
}
