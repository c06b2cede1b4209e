package roster.benchmark.write;

import java.util.List;

import roster.benchmark.Benchmark;
import roster.benchmark.Session;
import roster.benchmark.http.Connections;
import roster.benchmark.http.HttpConnection;
import roster.benchmark.measure.ClosedLoop;
import roster.benchmark.measure.Load;
import roster.benchmark.measure.Rounds;
import roster.benchmark.subject.Inserts;
import roster.benchmark.subject.Invitations;
import roster.benchmark.subject.PartTimes;
import roster.benchmark.subject.StatementLog;
import roster.benchmark.subject.SubjectRoster;
import roster.systemtest.running.Roster.Part;

/** The cost of a command alone: all that follows from it is frozen. */
public final class InviteFrozen implements Benchmark {
    private static final List<Integer> CLIENTS = List.of(8, 32);
    private static final int WARM_UP = 20;
    /** So many requests are enough. */
    private static final int COMPILED = 40_000;
    private static final int LONGEST_WARM_UP = 6;
    private static final int SECONDS = 8;
    private static final int SECONDS_OF_INSERTS = 4;
    private static final int SECONDS_OF_PROFILE = 30;
    private static final int STATEMENTS_OF = 200;
    static final List<Part> FOLLOWING = List.of(Part.KAFKA, Part.QUERY_SERVICE, Part.NOTIFICATION_SERVICE);

    @Override
    public String name() {
        return "invite";
    }

    @Override
    public String what() {
        return "invitations over HTTP, with Kafka, views and e-mails frozen, beside rows that are inserted and committed";
    }

    @Override
    public void run(Session session) {
        var subject = session.roster();
        var invitations = new Invitations(subject.apiToken());
        var inserts = Inserts.into(subject.roster());
        var rounds = new Rounds(name());
        subject.roster().freeze(FOLLOWING);
        try {
            warmUp(session, subject, invitations);
            for (int round = 0; round < session.rounds(); round++) {
                for (int clients : CLIENTS) {
                    var reference = insert(session, subject, inserts, clients, rounds);
                    measure(session, subject, invitations, clients, reference, rounds);
                }
            }
            statements(session, subject, invitations, rounds);
            session.profile(name(), subject.roster().processes(Part.COMMAND_SERVICE).getFirst(),
                    () -> invite(subject, invitations, CLIENTS.getFirst(), session.seconds(SECONDS_OF_PROFILE)));
        } finally {
            subject.roster().thaw(FOLLOWING);
        }
        session.report(rounds);
    }

    /** Until the code is compiled, also on a machine on which that takes longer; but not for ever. */
    private static void warmUp(Session session, SubjectRoster subject, Invitations invitations) {
        long count = 0;
        for (int i = 0; i < LONGEST_WARM_UP && (i == 0 || count < COMPILED); i++) {
            count += invite(subject, invitations, CLIENTS.getLast(), session.seconds(WARM_UP)).count();
        }
    }

    /** Rate and processor time of PostgreSQL, in seconds per insert. */
    private record Reference(double perSecond, double processor) {}

    private static Reference insert(Session session, SubjectRoster subject, Inserts inserts, int clients, Rounds rounds) {
        var measuring = subject.measure();
        int seconds = session.seconds(SECONDS_OF_INSERTS);
        double rate = inserts.perSecond(clients, seconds);
        double processor = measuring.end().of(PartTimes.POSTGRES) / (rate * seconds);
        rounds.add(inserts.program() + " INSERT, COMMIT, " + clients + " clients", "/s", rate);
        rounds.add("PostgreSQL per INSERT, COMMIT, " + clients + " clients", "ms CPU", 1e3 * processor);
        return new Reference(rate, processor);
    }

    private static void measure(Session session, SubjectRoster subject, Invitations invitations, int clients, Reference reference,
            Rounds rounds) {
        var measuring = subject.measure();
        var load = invite(subject, invitations, clients, session.seconds(SECONDS));
        var used = measuring.end();
        var of = ", " + clients + " clients";
        double service = used.of(PartTimes.COMMAND_SERVICE) / load.count();
        double postgres = used.of(PartTimes.POSTGRES) / load.count();
        rounds.add("invitations" + of, "/s", load.perSecond());
        rounds.latencies("invitation" + of, load.latencies());
        rounds.higherIsBetter("invitations / inserts" + of, load.perSecond() / reference.perSecond());
        rounds.add("command-service per invitation" + of, "ms CPU", 1e3 * service);
        rounds.add("PostgreSQL per invitation" + of, "ms CPU", 1e3 * postgres);
        rounds.lowerIsBetter("CPU of invitation / of insert" + of, (service + postgres) / reference.processor());
        rounds.add("other programs" + of, "cores", used.processorsOfOthers());
    }

    /** One after the other, so that the time of a statement is not that of waiting for others. */
    private static void statements(Session session, SubjectRoster subject, Invitations invitations, Rounds rounds) {
        try (var commands = new Connections(subject.commandPort())) {
            var log = StatementLog.of(subject.roster(), STATEMENTS_OF,
                    _ -> invitations.require(commands.send(invitations.next().request())));
            rounds.lowerIsBetter("statements per invitation", log.count());
            rounds.add("time of these statements, one client", "ms", log.millis());
            session.say(log.toString());
        }
    }

    private static Load invite(SubjectRoster subject, Invitations invitations, int clients, int seconds) {
        return ClosedLoop.run(clients, seconds, () -> new HttpConnection(subject.commandPort()),
                connection -> invitations.require(connection.send(invitations.next().request())));
    }
}
