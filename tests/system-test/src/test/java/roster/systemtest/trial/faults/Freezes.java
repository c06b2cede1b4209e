package roster.systemtest.trial.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import roster.local.process.Signals;
import roster.systemtest.trial.cluster.DoubledRoster;
import roster.systemtest.trial.cluster.Instance;
import roster.systemtest.trial.faults.Fault.Wound;

/** Stops processes without ending them, mostly for longer than their leases, and lets them go on. */
final class Freezes {
    private static final int SHORTEST = 1_000;
    private static final int LONGEST = 9_000;

    private Freezes() {}

    static Optional<Wound> service(DoubledRoster roster, Random random) throws Exception {
        var instances = roster.instances();
        Instance one = instances.get(random.nextInt(instances.size()));
        return freeze(one.name(), List.of(one.process()), random);
    }

    static Optional<Wound> postgres(DoubledRoster roster, Random random) throws Exception {
        return freeze(Parts.POSTGRES, roster.postgres().processes(), random);
    }

    static Optional<Wound> kafka(DoubledRoster roster, Random random) throws Exception {
        return freeze(Parts.KAFKA, List.of(roster.kafka().process()), random);
    }

    private static Optional<Wound> freeze(String part, List<ProcessHandle> processes, Random random) throws Exception {
        Signals.freeze(processes);
        try {
            long millis = SHORTEST + (long) random.nextInt(LONGEST - SHORTEST);
            TimeUnit.MILLISECONDS.sleep(millis);
            return isStopped(processes.getFirst()) ? Wound.of(part, "stopped for " + millis + " ms") : Optional.empty();
        } finally {
            Signals.thaw(processes);
        }
    }

    /** As the kernel says. */
    private static boolean isStopped(ProcessHandle process) throws IOException {
        var stat = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
        return stat.charAt(stat.lastIndexOf(')') + 2) == 'T';
    }
}
