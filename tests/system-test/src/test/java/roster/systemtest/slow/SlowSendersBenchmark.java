package roster.systemtest.slow;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import roster.systemtest.running.Roster;

/**
 * Response times of each service with and without slow bodies, alternating in one run. Bounded in time and number of connections. Its name keeps
 * it out of the build; ADR 0026 has its command and figures.
 */
class SlowSendersBenchmark {
    private static final int CLIENTS = Integer.getInteger("roster.benchmark.clients", 500);
    private static final int ROUNDS = Integer.getInteger("roster.benchmark.rounds", 6);
    private static final Duration WINDOW = Duration.ofSeconds(Integer.getInteger("roster.benchmark.seconds", 8));

    @Test
    void response_times_with_and_without_slow_bodies(@TempDir Path data) throws Exception {
        try (var roster = Roster.start(data)) {
            for (var target : Target.values()) {
                compare(target, roster);
            }
        }
    }

    private static void compare(Target target, Roster roster) throws Exception {
        new Timing().measure(WINDOW, () -> target.answers(roster));
        var without = new Timing();
        var with = new Timing();
        int late = 0;
        for (int round = 0; round < ROUNDS; round++) {
            without.measure(WINDOW, () -> target.answers(roster));
            try (var senders = target.slowSenders(roster, CLIENTS)) {
                with.measure(WINDOW, () -> target.answers(roster));
                late += senders.answered();
            }
        }
        System.out.printf(Locale.ROOT, "%s without: %s; with %d slow bodies (%d answered): %s; p99 x %.2f%n", target, without, CLIENTS,
                late,
                with, with.percentile(99) / without.percentile(99));
    }
}
