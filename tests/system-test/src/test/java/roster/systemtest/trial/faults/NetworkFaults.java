package roster.systemtest.trial.faults;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import roster.local.proxy.FaultyProxy;
import roster.systemtest.trial.cluster.DoubledRoster;
import roster.systemtest.trial.cluster.Instance;
import roster.systemtest.trial.cluster.ServiceKind;
import roster.systemtest.trial.faults.Fault.Wound;

/** Lets a proxy swallow packets, delay them, or cut connections. */
final class NetworkFaults {
    private static final int SHORTEST = 1_000;
    private static final int LONGEST = 12_000;

    /** A proxy, and what its faults hurt. */
    private record Cable(String name, List<String> hurt, FaultyProxy proxy) {}

    private NetworkFaults() {}

    static Optional<Wound> swallow(DoubledRoster roster, Random random) throws InterruptedException {
        return on(any(roster, random), "packets swallowed", random, FaultyProxy::swallow);
    }

    static Optional<Wound> delay(DoubledRoster roster, Random random) throws InterruptedException {
        var delay = Duration.ofMillis(20 + random.nextInt(400));
        return on(any(roster, random), "packets delayed by " + delay.toMillis() + " ms", random, it -> it.delay(delay));
    }

    static Optional<Wound> cut(DoubledRoster roster, Random random) throws InterruptedException {
        var cable = any(roster, random);
        int before = cable.proxy.harmed();
        for (int i = random.nextInt(4); i >= 0; i--) {
            cable.proxy.cut();
            TimeUnit.MILLISECONDS.sleep(random.nextInt(500));
        }
        return wound(cable, before, "connections cut");
    }

    private static Cable any(DoubledRoster roster, Random random) {
        var instances = roster.instances();
        var one = instances.get(random.nextInt(instances.size()));
        return switch (random.nextInt(6)) {
            case 0 -> new Cable("services and Kafka", instances.stream().map(Instance::name).toList(), roster.kafkaProxy());
            case 1 -> new Cable("notification-service and command-service",
                    roster.instances(ServiceKind.NOTIFICATION_SERVICE).stream().map(Instance::name).toList(), roster.commandProxy());
            case 2 -> clients(roster.instances(ServiceKind.COMMAND_SERVICE).get(random.nextInt(2)));
            default -> new Cable(one + " and PostgreSQL", List.of(one.name()), one.database());
        };
    }

    private static Cable clients(Instance one) {
        return new Cable("clients and " + one, List.of(one.name()), one.front());
    }

    private interface Harm {
        void on(FaultyProxy proxy);
    }

    private static Optional<Wound> on(Cable cable, String what, Random random, Harm harm) throws InterruptedException {
        int before = cable.proxy.harmed();
        harm.on(cable.proxy);
        try {
            TimeUnit.MILLISECONDS.sleep(SHORTEST + random.nextInt(LONGEST - SHORTEST));
        } finally {
            cable.proxy.forward();
        }
        return wound(cable, before, what);
    }

    private static Optional<Wound> wound(Cable cable, int before, String what) {
        int harmed = cable.proxy.harmed() - before;
        return harmed == 0 ? Optional.empty()
                : Optional.of(new Wound(cable.hurt, harmed + " " + what + " between " + cable.name));
    }
}
