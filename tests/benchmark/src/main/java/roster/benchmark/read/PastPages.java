package roster.benchmark.read;

import java.util.List;

import roster.benchmark.Benchmark;
import roster.benchmark.Session;
import roster.benchmark.http.Connections;
import roster.benchmark.http.Request;
import roster.benchmark.measure.Latencies;
import roster.benchmark.measure.Rounds;
import roster.benchmark.record.LargeRecord;
import roster.benchmark.record.QueryProcess;

/** Pages of members as of a year ago, beside the pages of now, in turns. */
public final class PastPages implements Benchmark {
    private static final List<String> QUERIES = List.of("", "&role=admin", "&status=suspended", "&order=since", "&order=-email",
            "&q=lovel", "&q=q", "&q=qqqqqq", "&q=zoe+galois", "&q=.711@");
    private static final int SECONDS = 2;
    private static final int WARM_UP = 20;

    @Override
    public String name() {
        return "past";
    }

    @Override
    public String what() {
        return "pages of 25 members as of a year ago, beside pages of now, one caller";
    }

    @Override
    public void run(Session session) {
        var rounds = new Rounds(name());
        var service = session.queries();
        try (var connections = new Connections(service.port())) {
            for (int round = 0; round <= session.rounds(); round++) {
                var into = round == 0 ? new Rounds(name()) : rounds;
                int seconds = session.seconds(round == 0 ? WARM_UP / QUERIES.size() : SECONDS);
                QUERIES.forEach(query -> measure(session.record(), service, connections, query, seconds, into));
            }
        }
        session.report(rounds);
    }

    private static void measure(LargeRecord record, QueryProcess service, Connections connections, String query, int seconds,
            Rounds rounds) {
        var path = record.path() + "/members?limit=25" + query;
        var now = new Latencies();
        var past = new Latencies();
        for (long end = System.nanoTime() + seconds * 1_000_000_000L; System.nanoTime() < end;) {
            now.add(Queries.nanos(connections, Request.get(path, service.token())));
            past.add(Queries.nanos(connections, Request.get(path + "&asOf=" + record.after(0.5), service.token())));
        }
        var of = query.isEmpty() ? "page" : "page " + query.substring(1);
        rounds.latencies(of + ", now", now);
        rounds.latencies(of + ", a year ago", past);
        rounds.lowerIsBetter(of + ", a year ago / now", past.millis(50) / now.millis(50));
    }
}
