package roster.benchmark.write;

import roster.benchmark.Benchmark;
import roster.benchmark.Session;
import roster.benchmark.http.Connections;
import roster.benchmark.http.Request;
import roster.benchmark.measure.Latencies;
import roster.benchmark.measure.OpenLoop;
import roster.benchmark.measure.Rounds;
import roster.benchmark.subject.Invitations;
import roster.benchmark.subject.SubjectRoster;

/** The wait of a caller that reads what it has just written. */
public final class VisibleAfterToken implements Benchmark {
    private static final int PER_SECOND = 20;
    private static final int SECONDS = 15;
    private static final int WARM_UP = 20;

    @Override
    public String name() {
        return "visible";
    }

    @Override
    public String what() {
        return "from the answer to an invitation until a query with its consistency token is answered, " + PER_SECOND + " per second";
    }

    @Override
    public void run(Session session) {
        var rounds = new Rounds(name());
        measure(session.warmRoster(), session.seconds(WARM_UP));
        for (int round = 0; round < session.rounds(); round++) {
            rounds.latencies("answered to visible", measure(session.roster(), session.seconds(SECONDS)));
        }
        session.report(rounds);
    }

    private static Latencies measure(SubjectRoster subject, int seconds) {
        var latencies = new Latencies();
        var invitations = new Invitations(subject.apiToken());
        try (var commands = new Connections(subject.commandPort()); var queries = new Connections(subject.queryPort())) {
            OpenLoop.run(PER_SECOND, seconds, _ -> {
                var invited = invitations.require(commands.send(invitations.next().request()));
                long answered = System.nanoTime();
                queries.send(Request.get(invited.header("location"), subject.apiToken(), "Consistency-Token",
                        invited.header("consistency-token"), "Prefer", "wait=5")).require(200);
                latencies.add(System.nanoTime() - answered);
            });
        }
        return latencies;
    }
}
