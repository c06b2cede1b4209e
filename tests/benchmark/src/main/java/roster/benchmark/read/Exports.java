package roster.benchmark.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;

import roster.benchmark.Benchmark;
import roster.benchmark.Session;
import roster.benchmark.measure.Rounds;
import roster.benchmark.record.QueryProcess;

/** Files with all events of an organization, beside a {@code COPY} of the same rows. */
public final class Exports implements Benchmark {
    private static final Map<String, String> FORMATS = Map.of("NDJSON", "application/x-ndjson", "CSV", "text/csv");
    private static final int BUFFER = 1 << 16;

    @Override
    public String name() {
        return "export";
    }

    @Override
    public String what() {
        return "files with all events of a large organization, beside COPY of the same rows";
    }

    @Override
    public void run(Session session) {
        var rounds = new Rounds(name());
        var queries = session.queries();
        try {
            for (int round = 0; round < session.rounds(); round++) {
                double copy = Copies.outPerSecond(session.record());
                rounds.add("COPY", "rows/s", copy);
                FORMATS.forEach((name, type) -> rounds.higherIsBetter(name + " / COPY",
                        export(queries, session.record().path() + "/events", type, name, rounds) / copy));
                rounds.add("query-service, resident memory", "MB", queries.memory());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        session.report(rounds);
    }

    /** @return rows per second */
    private static double export(QueryProcess queries, String path, String type, String name, Rounds rounds) {
        double before = queries.processor();
        long start = System.nanoTime();
        long rows;
        try (var file = queries.file(path, type)) {
            rows = lines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        double rate = rows / ((System.nanoTime() - start) / 1e9);
        rounds.add(name, "rows/s", rate);
        rounds.add(name + ", query-service per row", "µs CPU", 1e6 * (queries.processor() - before) / rows);
        return rate;
    }

    private static long lines(InputStream file) throws IOException {
        var buffer = new byte[BUFFER];
        long lines = 0;
        for (int read = file.read(buffer); read >= 0; read = file.read(buffer)) {
            for (int i = 0; i < read; i++) {
                lines += buffer[i] == '\n' ? 1 : 0;
            }
        }
        return lines;
    }
}
