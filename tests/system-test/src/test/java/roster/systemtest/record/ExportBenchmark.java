package roster.systemtest.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.DoubleAccumulator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/**
 * Rate and memory of files with all events, beside a COPY of the same rows. Run by hand, see docs/performance.md: its name keeps it out of the
 * build.
 */
class ExportBenchmark {
    private static final int ROUNDS = Integer.getInteger("roster.benchmark.rounds", 2);
    private static final List<String> FORMATS = List.of("application/x-ndjson", "text/csv");
    private static final long SAMPLE_MILLIS = 100;
    /** Position up to which the files go. */
    private static final long UP_TO = Long.getLong("roster.benchmark.up-to", Long.MAX_VALUE);

    @Test
    void files_with_all_events_beside_copy(@TempDir Path temporary) throws SQLException, IOException {
        try (var record = LargeRecord.in(temporary); var service = QueryProcess.on(record, temporary)) {
            var events = record.path() + "/events" + (UP_TO == Long.MAX_VALUE ? "" : "?to=" + UP_TO);
            for (int i = 0; i < 10; i++) {
                service.get(record.path() + "/members");
            }
            for (int round = 1; round <= ROUNDS; round++) {
                copy(record);
                for (var format : FORMATS) {
                    export(round, service, events, format);
                }
            }
        }
    }

    private static void copy(LargeRecord record) throws SQLException, IOException {
        try (var connection = record.superuser();
                var statement = connection.createStatement();
                var live = statement.executeQuery("select number from views.generation where state = 'live'")) {
            live.next();
            long start = System.nanoTime();
            long rows = connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy (select event.*, stored.payload, stored.metadata,"
                    + " stored.sealed from views_" + live.getInt(1) + ".event join event_store.event stored using (position)"
                    + " where event.organization_id = '" + record.organizationId() + "' and event.position <= " + UP_TO
                    + " order by position) to stdout",
                    OutputStream.nullOutputStream());
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(Locale.ROOT, "BENCHMARK COPY: %d rows in %.1f s, %.0f rows/s; %s%n", rows, seconds, rows / seconds,
                    Times.load());
        }
    }

    private static void export(int round, QueryProcess service, String path, String format) throws IOException {
        double before = service.memory();
        double processor = service.processor();
        var peak = new DoubleAccumulator(Math::max, 0);
        var done = new AtomicBoolean();
        var sampler = Thread.ofVirtual().start(() -> {
            while (!done.get()) {
                peak.accumulate(service.memory());
                pause();
            }
        });
        long start = System.nanoTime();
        long[] counted;
        try (var file = service.file(path, format)) {
            counted = count(file);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        done.set(true);
        sampler.interrupt();
        System.out.printf(Locale.ROOT,
                "BENCHMARK file %d %s: %.0f MB, %d lines in %.1f s, %.1f MB/s, %.0f lines/s, %.1f s of the processor; RSS %.0f MB before, %.0f at most, %.0f after; %s%n",
                round, format, counted[0] / 1e6, counted[1], seconds, counted[0] / 1e6 / seconds, counted[1] / seconds,
                service.processor() - processor, before, peak.get(),
                service.memory(), Times.load());
    }

    /** Numbers of bytes and of lines. */
    private static long[] count(InputStream file) throws IOException {
        var buffer = new byte[1 << 16];
        long bytes = 0;
        long lines = 0;
        for (int read = file.read(buffer); read >= 0; read = file.read(buffer)) {
            bytes += read;
            for (int i = 0; i < read; i++) {
                lines += buffer[i] == '\n' ? 1 : 0;
            }
        }
        return new long[]{bytes, lines};
    }

    private static void pause() {
        try {
            Thread.sleep(SAMPLE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
