package roster.systemtest.record;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import roster.systemtest.record.Commands.Committed;
import roster.systemtest.running.Await;

/**
 * Time from the commit of an event until each of many readers of server-sent events has it, beside that of a single reader, and memory. Round 0
 * warms up. Run by hand, see docs/performance.md: its name keeps it out of the build.
 */
class StreamBenchmark {
    private static final int READERS = Integer.getInteger("roster.benchmark.readers", 500);
    private static final int PER_SECOND = Integer.getInteger("roster.benchmark.commands", 20);
    private static final int SECONDS = Integer.getInteger("roster.benchmark.seconds", 20);
    private static final int ROUNDS = Integer.getInteger("roster.benchmark.rounds", 6);

    @Test
    void events_reach_all_readers(@TempDir Path temporary) throws SQLException, IOException, InterruptedException {
        try (var record = LargeRecord.in(temporary);
                var service = QueryProcess.on(record, temporary);
                var connection = record.commands();
                var commands = new Commands(record, connection)) {
            for (int round = 0; round <= ROUNDS; round++) {
                measure(round, 1, record, service, commands);
                measure(round, READERS, record, service, commands);
            }
        }
    }

    private static void measure(int round, int count, LargeRecord record, QueryProcess service, Commands commands)
            throws IOException, InterruptedException {
        double before = service.memory();
        try (var readers = new StreamReaders(count, service.port(), record.path() + "/events/stream", service.token())) {
            Await.until(() -> readers.begun() == count);
            double open = service.memory();
            var committed = commands.constantly(PER_SECOND, SECONDS);
            Await.until(() -> readers.arrivals(committed.getLast().position()).size() + readers.lost() >= count);
            print(round, count, committed, readers);
            System.out.printf(Locale.ROOT, "BENCHMARK RSS %.0f MB before, %.0f with %d streams, %.0f after %d events; %s%n", before, open,
                    count,
                    service.memory(), committed.size(), Times.load());
        }
    }

    private static void print(int round, int count, List<Committed> committed, StreamReaders readers) {
        var times = new Times();
        var last = new Times();
        committed.forEach(it -> {
            var arrivals = readers.arrivals(it.position());
            arrivals.forEach(at -> times.add(at - it.at()));
            last.add(arrivals.stream().mapToLong(at -> at - it.at()).max().orElseThrow());
        });
        System.out.printf(Locale.ROOT,
                "BENCHMARK streams %d: %d readers, %d/s for %d s: %d of %d arrived, %s; the last reader %s; %d lost%n",
                round, count, PER_SECOND, SECONDS, times.count(), (long) committed.size() * count, times, last, readers.lost());
    }
}
