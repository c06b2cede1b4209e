package roster.benchmark.write;

import java.util.List;

import roster.benchmark.Benchmark;
import roster.benchmark.Session;
import roster.benchmark.http.Connections;
import roster.benchmark.measure.OpenLoop;
import roster.benchmark.measure.ResidentMemory;
import roster.benchmark.measure.Rounds;
import roster.benchmark.subject.Invitations;
import roster.benchmark.subject.PartTimes;
import roster.systemtest.running.Roster.Part;

/** The time that a start takes, and the memory of the processes after some load. */
public final class Footprint implements Benchmark {
    private static final List<Part> SERVICES = List.of(Part.COMMAND_SERVICE, Part.QUERY_SERVICE, Part.NOTIFICATION_SERVICE, Part.KAFKA);
    private static final int PER_SECOND = 20;
    private static final int SECONDS = 10;

    @Override
    public String name() {
        return "footprint";
    }

    @Override
    public String what() {
        return "time of the first start of ./roster up, and resident memory after " + PER_SECOND + " invitations per second";
    }

    @Override
    public void run(Session session) {
        var subject = session.roster();
        var invitations = new Invitations(subject.apiToken());
        var rounds = new Rounds(name());
        rounds.add("ready after", "s", subject.startTime().toMillis() / 1e3);
        try (var commands = new Connections(subject.commandPort())) {
            OpenLoop.run(PER_SECOND, session.seconds(SECONDS), _ -> invitations.require(commands.send(invitations.next().request())));
        }
        subject.awaitEmails();
        SERVICES.forEach(it -> rounds.add(PartTimes.name(it) + ", resident memory", "MB",
                ResidentMemory.of(subject.roster().processes(it).getFirst())));
        session.report(rounds);
    }
}
