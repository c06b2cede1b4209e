package roster.benchmark;

import java.util.List;
import java.util.Locale;

import roster.benchmark.read.Exports;
import roster.benchmark.read.PastPages;
import roster.benchmark.read.Queries;
import roster.benchmark.read.Rebuilds;
import roster.benchmark.read.Streams;
import roster.benchmark.write.EmailLatency;
import roster.benchmark.write.Footprint;
import roster.benchmark.write.InviteDelivered;
import roster.benchmark.write.InviteFrozen;
import roster.benchmark.write.ManyOrganizations;
import roster.benchmark.write.OneMember;
import roster.benchmark.write.Overload;
import roster.benchmark.write.VisibleAfterToken;

/** {@code ./roster bench}: runs all benchmarks, or those that are named, and prints a Markdown table of their figures. */
public final class Bench {
    /** In the order in which they run: the last ones leave a backlog behind. */
    private static final List<Benchmark> ALL = List.of(new Queries(), new PastPages(), new Exports(), new Streams(), new Rebuilds(),
            new Footprint(), new VisibleAfterToken(), new EmailLatency(), new InviteDelivered(), new InviteFrozen(), new OneMember(),
            new ManyOrganizations(), new Overload());

    private Bench() {}

    public static void main(String[] arguments) {
        try {
            var options = Options.of(List.of(arguments));
            if (options.isList()) {
                ALL.forEach(it -> System.out.printf(Locale.ROOT, "%-20s %s%n", it.name(), it.what()));
            } else {
                System.exit(run(options) ? 0 : 1);
            }
        } catch (IllegalArgumentException e) {
            System.err.println("roster: " + e.getMessage());
            System.exit(2);
        }
    }

    /** @return false when a ratio is worse than in the run that this one is compared with */
    static boolean run(Options options) {
        var selected = selected(options.names());
        var machine = Machine.describe();
        machine.put("load before", Machine.load());
        try (var session = new Session(options)) {
            session.say(machine.toString());
            for (var benchmark : selected) {
                long begin = System.nanoTime();
                session.say(benchmark.name() + ": " + benchmark.what());
                benchmark.run(session);
                session.say(String.format(Locale.ROOT, "  took %.0f s; load %s", (System.nanoTime() - begin) / 1e9, Machine.load()));
            }
            machine.put("load after", Machine.load());
            session.say("\n" + Report.table(session.figures()));
            var results = Results.of(machine, options.isQuick(), session.figures());
            if (options.out() != null) {
                results.write(options.out());
            }
            return options.compare() == null || compare(Results.read(options.compare()), results, session);
        }
    }

    private static boolean compare(Results earlier, Results now, Session session) {
        if (earlier.quick() != now.quick()) {
            throw new IllegalArgumentException("runs with and without --quick differ in size, and cannot be compared");
        }
        var comparisons = Comparison.of(earlier, now);
        comparisons.forEach(it -> session.say(it.toString()));
        return comparisons.stream().noneMatch(Comparison::isWorse);
    }

    private static List<Benchmark> selected(List<String> names) {
        var unknown = names.stream().filter(name -> ALL.stream().noneMatch(it -> it.name().equals(name))).toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("no benchmark " + String.join(", ", unknown) + "; --list prints all");
        }
        return ALL.stream().filter(it -> names.isEmpty() || names.contains(it.name())).toList();
    }
}
