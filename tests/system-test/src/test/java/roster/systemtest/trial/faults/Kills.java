package roster.systemtest.trial.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import roster.systemtest.running.Roster;
import roster.systemtest.trial.cluster.DoubledRoster;
import roster.systemtest.trial.cluster.Instance;
import roster.systemtest.trial.cluster.ServiceKind;
import roster.systemtest.trial.faults.Fault.Wound;

/** Ends processes with {@code kill -9}, and starts them again. */
final class Kills {
    private static final int KILLED = 137;

    private Kills() {}

    /** One process of a service, or both. */
    static Fault of(ServiceKind kind, int weight) {
        return new Fault("kill " + kind.module(), weight, (roster, random) -> {
            var instances = some(roster.instances(kind), random);
            var wound = kill(instances);
            instances.forEach(Instance::start);
            return wound;
        });
    }

    private static List<Instance> some(List<Instance> both, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> both;
            case 1 -> both.subList(0, 1);
            default -> both.subList(1, 2);
        };
    }

    private static Optional<Wound> kill(List<Instance> instances) {
        var codes = instances.parallelStream().map(it -> it + " exited with " + it.kill()).toList();
        return codes.stream().allMatch(it -> it.endsWith(String.valueOf(KILLED)))
                ? Optional.of(new Wound(instances.stream().map(Instance::name).toList(), String.join(", ", codes)))
                : Optional.empty();
    }

    static Optional<Wound> postgres(DoubledRoster roster, Random random) throws InterruptedException {
        var server = roster.postgres().processes();
        roster.postgres().kill();
        away(random);
        roster.postgres().start();
        return dead(server, Parts.POSTGRES);
    }

    static Optional<Wound> kafka(DoubledRoster roster, Random random) throws InterruptedException {
        var broker = List.of(roster.kafka().process());
        roster.kafka().kill();
        away(random);
        roster.kafka().start();
        return dead(broker, Parts.KAFKA);
    }

    private static void away(Random random) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(random.nextInt(3_000));
    }

    private static Optional<Wound> dead(List<ProcessHandle> processes, String part) {
        return processes.stream().noneMatch(ProcessHandle::isAlive)
                ? Wound.of(part, "process " + processes.getFirst().pid() + " is gone")
                : Optional.empty();
    }

    /** Everything at once. */
    static Optional<Wound> everything(DoubledRoster roster, Random random) {
        var servers = Stream.concat(roster.postgres().processes().stream(), Stream.of(roster.kafka().process())).toList();
        servers.forEach(ProcessHandle::destroyForcibly);
        var services = kill(roster.instances());
        Roster.kill(servers);
        roster.postgres().start();
        roster.kafka().start();
        roster.instances().forEach(Instance::start);
        return servers.stream().anyMatch(ProcessHandle::isAlive) ? Optional.empty() : services.map(it -> {
            var hurt = new ArrayList<>(it.hurt());
            hurt.addAll(List.of(Parts.POSTGRES, Parts.KAFKA));
            return new Wound(hurt, it.evidence());
        });
    }
}
