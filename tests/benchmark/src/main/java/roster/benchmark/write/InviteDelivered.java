package roster.benchmark.write;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

import roster.benchmark.Benchmark;
import roster.benchmark.Session;
import roster.benchmark.http.Connections;
import roster.benchmark.measure.OpenLoop;
import roster.benchmark.measure.Rounds;
import roster.benchmark.subject.Invitations;
import roster.benchmark.subject.PartTimes;
import roster.benchmark.subject.SubjectRoster;
import roster.systemtest.running.Await;

/** The highest rate of invitations at which the views and both e-mails of each keep up, found by steps and bisection. */
public final class InviteDelivered implements Benchmark {
    private static final double FIRST = 30;
    private static final double FACTOR = 1.5;
    private static final double HIGHEST = 3_000;
    private static final int BISECTIONS = 2;
    private static final int SECONDS = 12;
    private static final int OVERLOADED = 503;
    /** So long nothing may be left of a step before the next one. */
    private static final Duration DRAIN = Duration.ofMinutes(5);

    @Override
    public String name() {
        return "invite-delivered";
    }

    @Override
    public String what() {
        return "highest rate of invitations at which views and both e-mails of each keep up, and processor time of all processes";
    }

    /** @param used processor time until everything was done that followed */
    private record Step(double rate, boolean isSustained, PartTimes used, int invitations) {}

    @Override
    public void run(Session session) {
        var sustained = step(session, FIRST, SECONDS);
        double tooFast = FIRST;
        for (double rate = FIRST * FACTOR; sustained.isSustained() && rate < HIGHEST; rate *= FACTOR) {
            var step = settled(session, rate);
            tooFast = rate;
            if (!step.isSustained()) {
                break;
            }
            sustained = step;
        }
        for (int i = 0; i < BISECTIONS && sustained.isSustained(); i++) {
            var step = settled(session, Math.sqrt(sustained.rate() * tooFast));
            sustained = step.isSustained() ? step : sustained;
            tooFast = step.isSustained() ? tooFast : step.rate();
        }
        if (!sustained.isSustained()) {
            session.say("  not even " + FIRST + " per second are sustained: no figures");
            return;
        }
        record(session, sustained);
    }

    /** Once more when it was too fast: a pause of the machine looks like a backlog that grows. */
    private static Step settled(Session session, double rate) {
        var step = step(session, rate, SECONDS);
        return step.isSustained() ? step : step(session, rate, SECONDS);
    }

    private void record(Session session, Step step) {
        var rounds = new Rounds(name());
        rounds.add("sustained invitations, each with two e-mails", "/s", step.rate());
        rounds.add("all processes per invitation", "ms CPU", 1e3 * step.used().all() / step.invitations());
        step.used().parts().forEach((part, seconds) -> rounds.add(part + " per invitation", "ms CPU", 1e3 * seconds / step.invitations()));
        rounds.add("other programs", "cores", step.used().processorsOfOthers());
        session.report(rounds);
    }

    private static Step step(Session session, double rate, int seconds) {
        var subject = session.warmRoster();
        int accepted;
        var measuring = subject.measure();
        boolean isSustained;
        try (var progress = subject.progress()) {
            try (var growth = Growth.watch(progress, rate, seconds)) {
                accepted = invite(subject, rate, seconds);
                isSustained = !growth.isSeen() && accepted == Math.ceil(rate * seconds);
                session.say(
                        String.format(Locale.ROOT, "  %.0f/s: %s; at the end %s", rate, isSustained ? "sustained" : "too fast", growth));
            }
            int all = accepted;
            Await.until(DRAIN, () -> progress.after(all).isDone());
        }
        return new Step(rate, isSustained, measuring.end(), accepted);
    }

    /** @return the number of invitations that are accepted; a service that is overloaded refuses the others */
    private static int invite(SubjectRoster subject, double rate, int seconds) {
        var invitations = new Invitations(subject.apiToken());
        var accepted = new AtomicInteger();
        try (var commands = new Connections(subject.commandPort())) {
            OpenLoop.run(rate, seconds, _ -> {
                var answer = commands.send(invitations.next().request());
                if (answer.status() != OVERLOADED) {
                    invitations.require(answer);
                    accepted.incrementAndGet();
                }
            });
        }
        return accepted.get();
    }
}
