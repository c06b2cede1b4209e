package roster.benchmark.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import roster.benchmark.Benchmark;
import roster.benchmark.Session;
import roster.benchmark.measure.Latencies;
import roster.benchmark.measure.Rounds;
import roster.benchmark.record.Appends;
import roster.benchmark.record.StreamReaders;
import roster.systemtest.running.Await;

/** Time from the commit of an event until each of many readers of server-sent events has it, beside that of a single reader. */
public final class Streams implements Benchmark {
    private static final int READERS = 500;
    private static final int PER_SECOND = 20;
    private static final int SECONDS = 6;

    @Override
    public String name() {
        return "streams";
    }

    @Override
    public String what() {
        return "from the commit of an event until readers of the stream have it, one reader and " + READERS + ", " + PER_SECOND
                + " events per second";
    }

    @Override
    public void run(Session session) {
        var rounds = new Rounds(name());
        try (var appends = new Appends(session.record())) {
            measure(session, READERS, appends);
            for (int round = 0; round < session.rounds(); round++) {
                var one = measure(session, 1, appends);
                var many = measure(session, READERS, appends);
                rounds.latencies("one reader", one);
                rounds.latencies(READERS + " readers", many);
                rounds.lowerIsBetter(READERS + " readers / one reader, p50", many.millis(50) / one.millis(50));
                rounds.add("query-service, resident memory", "MB", session.queries().memory());
            }
        }
        session.report(rounds);
    }

    private static Latencies measure(Session session, int count, Appends appends) {
        var service = session.queries();
        var latencies = new Latencies();
        try (var readers = new StreamReaders(count, service.port(), session.record().path() + "/events/stream", service.token())) {
            Await.until(() -> readers.begun() == count);
            var committed = appends.constantly(PER_SECOND, session.seconds(SECONDS));
            Await.until(() -> readers.arrivals(committed.getLast().position()).size() >= count);
            committed.forEach(it -> add(latencies, readers.arrivals(it.position()), it.at(), count));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return latencies;
    }

    private static void add(Latencies latencies, List<Long> arrivals, long committed, int count) {
        if (arrivals.size() != count) {
            throw new IllegalStateException(arrivals.size() + " of " + count + " readers have an event");
        }
        arrivals.forEach(at -> latencies.add(at - committed));
    }
}
