package roster.benchmark.write;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import roster.benchmark.Benchmark;
import roster.benchmark.Session;
import roster.benchmark.http.Connections;
import roster.benchmark.http.HttpConnection;
import roster.benchmark.http.Request;
import roster.benchmark.http.Response;
import roster.benchmark.measure.ClosedLoop;
import roster.benchmark.measure.Latencies;
import roster.benchmark.measure.OpenLoop;
import roster.benchmark.measure.Rounds;
import roster.benchmark.subject.SubjectRoster;

/** Three times as many invitations as can be carried out, from one caller; and a few of another caller to another organization meanwhile. */
public final class Overload implements Benchmark {
    private static final int CLIENTS = 32;
    private static final int TIMES = 3;
    private static final double NEIGHBOUR = 20;
    private static final int SECONDS = 8;
    private static final int WARM_UP = 20;
    private static final int ACCEPTED = 201;
    private static final int REFUSED = 503;
    /** An answer this quick means that nothing waits any more. */
    private static final Duration QUICK = Duration.ofMillis(100);

    @Override
    public String name() {
        return "overload";
    }

    @Override
    public String what() {
        return TIMES + " times as many invitations as can be carried out, beside a few of another caller and organization";
    }

    /** Latencies by answer. */
    private record Answers(Latencies accepted, Latencies refused) {
        Answers() {
            this(new Latencies(), new Latencies());
        }

        void add(Response answer, long due) {
            (answer.status() == REFUSED ? refused : accepted).add(System.nanoTime() - due);
            if (answer.status() != REFUSED) {
                answer.require(ACCEPTED);
            }
        }

        double share() {
            return (double) accepted.count() / (accepted.count() + refused.count());
        }
    }

    @Override
    public void run(Session session) {
        var subject = session.roster();
        var rounds = new Rounds(name());
        subject.roster().freeze(InviteFrozen.FOLLOWING);
        try {
            var neighbour = register(subject);
            capacity(session, subject, WARM_UP);
            for (int round = 0; round < session.rounds(); round++) {
                double capacity = capacity(session, subject, SECONDS);
                // new connections: the service closes those that are idle between two rounds
                try (var commands = new Connections(subject.commandPort())) {
                    measure(session, subject, commands, neighbour, capacity, rounds);
                }
            }
        } finally {
            subject.roster().thaw(InviteFrozen.FOLLOWING);
        }
        session.report(rounds);
    }

    private static void measure(Session session, SubjectRoster subject, Connections commands, String neighbour, double capacity,
            Rounds rounds) {
        int seconds = session.seconds(SECONDS);
        var others = new Answers();
        var beside = CompletableFuture.runAsync(() -> OpenLoop.run(NEIGHBOUR, seconds,
                due -> others.add(commands.send(invitation(neighbour, subject.roster().operatorToken())), due)));
        var many = new Answers();
        var load = OpenLoop.run(TIMES * capacity, seconds, due -> many.add(commands.send(invitation("acme", subject.apiToken())), due));
        beside.join();
        double recovery = recovery(subject, commands, neighbour);

        rounds.add("capacity, " + CLIENTS + " clients", "/s", capacity);
        rounds.higherIsBetter("carried out under overload / capacity", many.accepted.count() / load.seconds() / capacity);
        rounds.latencies("carried out under overload", many.accepted);
        rounds.latencies("refused under overload", many.refused);
        rounds.higherIsBetter("share of the other caller's that are carried out", others.share());
        rounds.latencies("of the other caller", others.accepted);
        rounds.add("recovery", "s", recovery);
    }

    private static double capacity(Session session, SubjectRoster subject, int seconds) {
        return ClosedLoop.run(CLIENTS, session.seconds(seconds), () -> new HttpConnection(subject.commandPort()),
                connection -> connection.send(invitation("acme", subject.apiToken())).require(ACCEPTED)).perSecond();
    }

    /** @return seconds until an invitation is answered quickly again */
    private static double recovery(SubjectRoster subject, Connections commands, String organization) {
        long begin = System.nanoTime();
        for (long sent = begin;; sent = System.nanoTime()) {
            var answer = send(commands, invitation(organization, subject.roster().operatorToken()));
            if (answer.status() == ACCEPTED && System.nanoTime() - sent < QUICK.toNanos()) {
                return (sent - begin) / 1e9;
            }
        }
    }

    private static Response send(Connections commands, byte[] request) {
        try {
            return commands.send(request);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String register(SubjectRoster subject) {
        var slug = "neighbour-" + UUID.randomUUID().toString().substring(0, 8);
        try (var commands = new Connections(subject.commandPort())) {
            send(commands, subject.registration(slug))
                    .require(ACCEPTED);
        }
        return slug;
    }

    private static byte[] invitation(String organization, String token) {
        return Request.post("/organizations/" + organization + "/members", token, """
                {"name":"Grace Hopper","email":"grace-%s@bench.example","role":"developer"}""".formatted(UUID.randomUUID()));
    }
}
