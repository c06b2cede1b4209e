package roster.benchmark.write;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

import roster.benchmark.Benchmark;
import roster.benchmark.Session;
import roster.benchmark.http.Connections;
import roster.benchmark.http.HttpConnection;
import roster.benchmark.http.Request;
import roster.benchmark.measure.ClosedLoop;
import roster.benchmark.measure.Load;
import roster.benchmark.measure.OpenLoop;
import roster.benchmark.measure.Rounds;
import roster.benchmark.subject.PartTimes;
import roster.benchmark.subject.SubjectRoster;

/** Invitations to many organizations, beside invitations to one: an organization must not cost its neighbours anything. */
public final class ManyOrganizations implements Benchmark {
    private static final int ORGANIZATIONS = 1_000;
    private static final int REGISTERED_PER_SECOND = 200;
    private static final int CLIENTS = 8;
    private static final int SECONDS = 4;
    private static final int WARM_UP = 10;

    @Override
    public String name() {
        return "organizations";
    }

    @Override
    public String what() {
        return "invitations to " + ORGANIZATIONS + " organizations, beside invitations to one, with Kafka, views and e-mails frozen";
    }

    @Override
    public void run(Session session) {
        var subject = session.roster();
        var rounds = new Rounds(name());
        subject.roster().freeze(InviteFrozen.FOLLOWING);
        try {
            var all = register(subject);
            invite(subject, all, session.seconds(WARM_UP));
            for (int round = 0; round < session.rounds(); round++) {
                double one = measure(session, subject, all.subList(0, 1), "one organization", rounds);
                double many = measure(session, subject, all, ORGANIZATIONS + " organizations", rounds);
                rounds.lowerIsBetter(ORGANIZATIONS + " organizations / one, CPU per invitation", many / one);
            }
        } finally {
            subject.roster().thaw(InviteFrozen.FOLLOWING);
        }
        session.report(rounds);
    }

    /** Slugs of new organizations. */
    private static List<String> register(SubjectRoster subject) {
        var slugs = IntStream.range(0, ORGANIZATIONS).mapToObj(i -> "bench-" + i + "-" + UUID.randomUUID().toString().substring(0, 8))
                .toList();
        var rest = slugs.iterator();
        try (var commands = new Connections(subject.commandPort())) {
            OpenLoop.run(REGISTERED_PER_SECOND, (double) ORGANIZATIONS / REGISTERED_PER_SECOND, _ -> {
                String slug;
                synchronized (rest) {
                    slug = rest.next();
                }
                commands.send(subject.registration(slug))
                        .require(201);
            });
        }
        return slugs;
    }

    /** @return processor time for each invitation, in seconds */
    private static double measure(Session session, SubjectRoster subject, List<String> slugs, String what, Rounds rounds) {
        var measuring = subject.measure();
        var load = invite(subject, slugs, session.seconds(SECONDS));
        var used = measuring.end();
        double each = (used.of(PartTimes.COMMAND_SERVICE) + used.of(PartTimes.POSTGRES)) / load.count();
        rounds.add(what, "/s", load.perSecond());
        rounds.add(what + ", command-service and PostgreSQL", "ms CPU", 1e3 * each);
        return each;
    }

    private static Load invite(SubjectRoster subject, List<String> slugs, int seconds) {
        var token = subject.roster().operatorToken();
        return ClosedLoop.run(CLIENTS, seconds, () -> new HttpConnection(subject.commandPort()), connection -> {
            var random = ThreadLocalRandom.current();
            var slug = slugs.get(random.nextInt(slugs.size()));
            connection.send(Request.post("/organizations/" + slug + "/members", token, """
                    {"name":"Grace Hopper","email":"grace-%s@bench.example","role":"developer"}""".formatted(UUID.randomUUID())))
                    .require(201);
        });
    }
}
