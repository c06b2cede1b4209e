package roster.benchmark.write;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import roster.benchmark.Benchmark;
import roster.benchmark.Session;
import roster.benchmark.http.Connections;
import roster.benchmark.measure.Latencies;
import roster.benchmark.measure.OpenLoop;
import roster.benchmark.measure.Rounds;
import roster.benchmark.subject.Invitations;
import roster.benchmark.subject.SubjectRoster;

/** The time until an invitee has the invitation e-mail. */
public final class EmailLatency implements Benchmark {
    private static final int PER_SECOND = 50;
    private static final int SECONDS = 15;
    private static final int WARM_UP = 20;

    @Override
    public String name() {
        return "email-latency";
    }

    @Override
    public String what() {
        return "from the moment an invitation is due until its relay has accepted the e-mail to the invitee, " + PER_SECOND + " per second";
    }

    @Override
    public void run(Session session) {
        var rounds = new Rounds(name());
        measure(session.warmRoster(), session.seconds(WARM_UP));
        for (int round = 0; round < session.rounds(); round++) {
            rounds.latencies("due to accepted", measure(session.roster(), session.seconds(SECONDS)));
        }
        session.report(rounds);
    }

    private static Latencies measure(SubjectRoster subject, int seconds) {
        subject.awaitEmails();
        var begin = Instant.now();
        var due = invite(subject, seconds);
        subject.awaitEmails();
        var accepted = subject.emails().acceptedSince(begin);
        var latencies = new Latencies();
        due.forEach((email, moment) -> {
            var at = accepted.get(email);
            if (at == null) {
                throw new IllegalStateException("no e-mail to " + email);
            }
            latencies.add(Duration.between(moment, at).toNanos());
        });
        return latencies;
    }

    /** The moments at which the invitations were due, by address. */
    private static Map<String, Instant> invite(SubjectRoster subject, int seconds) {
        var invitations = new Invitations(subject.apiToken());
        var due = new ConcurrentHashMap<String, Instant>();
        var now = Instant.now();
        long nanos = System.nanoTime();
        try (var commands = new Connections(subject.commandPort())) {
            OpenLoop.run(PER_SECOND, seconds, moment -> {
                var invitation = invitations.next();
                invitations.require(commands.send(invitation.request()));
                due.put(invitation.email(), now.plusNanos(moment - nanos));
            });
        }
        return due;
    }
}
