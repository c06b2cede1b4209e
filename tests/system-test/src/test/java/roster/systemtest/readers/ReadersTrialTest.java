package roster.systemtest.readers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import roster.local.Effort;
import roster.systemtest.running.Roster;
import roster.systemtest.running.Roster.Part;

/** Commands for ten minutes, while one process after the other is killed. The short form is in {@code EverythingIsKilledTest}. */
@Tag("nightly")
class ReadersTrialTest {
    private static final Duration DURATION = Duration.ofSeconds(Integer.getInteger("roster.trial.seconds", 600));
    private static final int COMMANDS_PER_SECOND = 100;
    private static final List<Part> PARTS = List.of(Part.values());

    private final Map<Part, Integer> kills = new EnumMap<>(Part.class);

    @Test
    void each_reader_gets_every_event_once_and_in_order_whatever_is_killed(@TempDir Path data) throws Exception {
        long seed = Effort.seed();
        System.out.println("seed of the trial of readers: " + seed);
        try (var roster = Roster.start(data);
                var load = new Load(roster, COMMANDS_PER_SECOND, seed);
                var readers = new Readers(roster, load.organization())) {
            load.start();
            killOneAfterTheOther(roster, new Random(seed));
            load.stop();

            System.out.printf(Locale.ROOT, "%s, kills: %s%n", load, kills);
            assertThat(load.acknowledged()).isPositive();
            roster.awaitReady();
            readers.haveExactlyTheEventsOfTheStore();
        }
    }

    private void killOneAfterTheOther(Roster roster, Random random) throws InterruptedException {
        var end = Instant.now().plus(DURATION);
        var never = new CountDownLatch(1);
        while (!never.await(3_000 + random.nextInt(7_000), TimeUnit.MILLISECONDS) && Instant.now().isBefore(end)) {
            var part = PARTS.get(random.nextInt(PARTS.size()));
            var processes = roster.processes(part);
            if (!processes.isEmpty()) { // otherwise it is still starting after the last kill
                Roster.kill(processes);
                kills.merge(part, 1, Integer::sum);
            }
        }
    }
}
