package roster.benchmark.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import roster.benchmark.Benchmark;
import roster.benchmark.Session;
import roster.benchmark.http.HttpConnection;
import roster.benchmark.http.Request;
import roster.benchmark.measure.ClosedLoop;
import roster.benchmark.measure.Load;
import roster.benchmark.measure.Rounds;
import roster.benchmark.subject.Invitations;
import roster.benchmark.subject.SubjectRoster;

/** Commands that wait for each other, because all change the same member, beside commands that do not. */
public final class OneMember implements Benchmark {
    private static final int CLIENTS = 8;
    private static final int SECONDS = 4;
    private static final int WARM_UP = 10;
    private static final AtomicInteger NAMES = new AtomicInteger();

    @Override
    public String name() {
        return "one-member";
    }

    @Override
    public String what() {
        return "changes of one member's name by " + CLIENTS + " clients, beside changes of " + CLIENTS
                + " members, with Kafka, views and e-mails frozen";
    }

    @Override
    public void run(Session session) {
        var subject = session.roster();
        var members = IntStream.range(0, CLIENTS).mapToObj(_ -> invite(subject)).toList();
        var rounds = new Rounds(name());
        subject.roster().freeze(InviteFrozen.FOLLOWING);
        try {
            rename(subject, members, session.seconds(WARM_UP));
            for (int round = 0; round < session.rounds(); round++) {
                var several = rename(subject, members, session.seconds(SECONDS));
                var one = rename(subject, members.subList(0, 1), session.seconds(SECONDS));
                rounds.add(CLIENTS + " members", "/s", several.perSecond());
                rounds.add("one member", "/s", one.perSecond());
                rounds.latencies("one member", one.latencies());
                rounds.higherIsBetter("one member / " + CLIENTS + " members", one.perSecond() / several.perSecond());
            }
        } finally {
            subject.roster().thaw(InviteFrozen.FOLLOWING);
        }
        session.report(rounds);
    }

    private static String invite(SubjectRoster subject) {
        var invitations = new Invitations(subject.apiToken());
        try (var connection = new HttpConnection(subject.commandPort())) {
            return invitations.require(connection.send(invitations.next().request())).header("location");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Load rename(SubjectRoster subject, List<String> members, int seconds) {
        return ClosedLoop.run(CLIENTS, seconds, () -> new HttpConnection(subject.commandPort()), connection -> {
            int number = NAMES.incrementAndGet();
            connection.send(Request.put(members.get(number % members.size()) + "/name", subject.apiToken(),
                    "{\"name\":\"Grace Hopper " + number + "\"}")).require(204);
        });
    }
}
