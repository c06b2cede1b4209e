package roster.systemtest.trial.faults;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import roster.local.Patience;
import roster.systemtest.running.Await;
import roster.systemtest.trial.cluster.DoubledRoster;
import roster.systemtest.trial.cluster.Instance;

/** Strikes with one fault after the other, and waits after each until all processes are ready. */
public final class Injector {
    private static final int LONGEST_PAUSE = 1_500;

    private final DoubledRoster roster;
    private final Random random;
    private final List<Struck> struck = new ArrayList<>();
    private int missed;

    public Injector(DoubledRoster roster, long seed) {
        this.roster = roster;
        this.random = new Random(seed);
    }

    /** Each of them once, in order. */
    public void strikeWith(List<Fault> faults) throws Exception {
        for (var fault : faults) {
            strike(fault);
        }
    }

    /** Chooses faults by their weights, all of them before any comes again as often, until the time is over. */
    public void strikeUntil(Instant end, List<Fault> faults) throws Exception {
        var bag = new ArrayDeque<Fault>();
        while (Instant.now().isBefore(end)) {
            if (bag.isEmpty()) {
                bag.addAll(shuffled(faults));
            }
            strike(bag.pop());
        }
    }

    private List<Fault> shuffled(List<Fault> faults) {
        var all = new ArrayList<Fault>();
        faults.forEach(it -> all.addAll(Collections.nCopies(it.weight(), it)));
        Collections.shuffle(all, random);
        return all;
    }

    private void strike(Fault fault) throws Exception {
        TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_PAUSE));
        var begun = Instant.now();
        var wound = fault.act().strike(roster, random);
        var healed = Instant.now();
        Await.until(Patience.LIMIT, () -> roster.instances().stream().allMatch(Instance::isReady));
        wound.ifPresentOrElse(it -> note(new Struck(fault.name(), it.hurt(), it.evidence(), begun, healed,
                Duration.between(healed, Instant.now()), load())), () -> missed++);
    }

    private static double load() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return system.getSystemLoadAverage() / system.getAvailableProcessors();
    }

    private void note(Struck one) {
        struck.add(one);
        System.out.println("  " + one);
    }

    public List<Struck> struck() {
        return List.copyOf(struck);
    }

    /** Number of faults without evidence, which do not count. */
    public int missed() {
        return missed;
    }
}
