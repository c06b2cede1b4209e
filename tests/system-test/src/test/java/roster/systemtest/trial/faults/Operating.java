package roster.systemtest.trial.faults;

import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import roster.systemtest.running.Answer;
import roster.systemtest.running.Await;
import roster.systemtest.trial.cluster.Credentials;
import roster.systemtest.trial.cluster.DoubledRoster;
import roster.systemtest.trial.cluster.Instance;
import roster.systemtest.trial.cluster.ServiceKind;
import roster.systemtest.trial.faults.Fault.Wound;

/** What operators do, under load. */
final class Operating {
    private static final String REBUILD = "/admin/projections/views/rebuild";
    private static final String MASTER_KEYS = "ROSTER_MASTER_KEYS";
    private static final int TERMINATED = 143;

    private Operating() {}

    /** Rebuilds the views. Half of the time, a process of query-service is killed meanwhile. */
    static Optional<Wound> rebuild(DoubledRoster roster, Random random) throws InterruptedException {
        var queries = roster.instances(ServiceKind.QUERY_SERVICE);
        var begun = roster.operator(queries.getFirst()).post(REBUILD, null);
        if (begun.status() != 202) {
            return Optional.empty();
        }
        var hurt = new ArrayList<String>();
        if (random.nextBoolean()) {
            var one = queries.get(random.nextInt(2));
            TimeUnit.MILLISECONDS.sleep(random.nextInt(300));
            one.kill();
            one.start();
            hurt.add(one.name());
        }
        Await.until(() -> "done".equals(state(roster, begun)));
        return Optional.of(new Wound(List.copyOf(hurt), "rebuild " + begun.text("/id") + " done"));
    }

    /** Of either process; empty while neither answers. */
    private static String state(DoubledRoster roster, Answer begun) {
        for (var instance : roster.instances(ServiceKind.QUERY_SERVICE)) {
            try {
                return roster.operator(instance).get(begun.header("Location")).text("/state");
            } catch (UncheckedIOException _) {
                // the other one
            }
        }
        return "";
    }

    /** Stops each process and starts it again, one after the other. */
    static Optional<Wound> rollingRestart(DoubledRoster roster, Random random) {
        var codes = new ArrayList<String>();
        for (var instance : roster.instances()) {
            int code = restart(instance);
            if (code != TERMINATED) {
                return Optional.empty();
            }
            codes.add(instance + " exited with " + code);
        }
        return Optional.of(new Wound(roster.instances().stream().map(Instance::name).toList(), String.join(", ", codes)));
    }

    /** Changes the master key, with the steps of docs/privacy.md. */
    static Optional<Wound> rotateKeys(DoubledRoster roster, Random random) throws Exception {
        var both = Stream.of(ServiceKind.COMMAND_SERVICE, ServiceKind.QUERY_SERVICE).flatMap(it -> roster.instances(it).stream()).toList();
        var old = both.getFirst().setting(MASTER_KEYS);
        var id = "k" + (Integer.parseInt(old.substring(1, old.indexOf(':'))) + 1);
        var key = Credentials.key(id);
        restartAll(both, old + "," + key);
        restartAll(both, key + "," + old);
        Await.until(() -> underOtherKeys(roster, id) == 0);
        restartAll(both, key);
        return Optional.of(new Wound(both.stream().map(Instance::name).toList(), "all data keys are wrapped by the master key " + id));
    }

    private static void restartAll(List<Instance> instances, String masterKeys) {
        instances.forEach(it -> {
            it.set(MASTER_KEYS, masterKeys);
            restart(it);
        });
    }

    private static long underOtherKeys(DoubledRoster roster, String id) throws SQLException {
        try (var database = roster.database();
                var rows = database.createStatement().executeQuery(
                        "select count(*) from key_store.data_key where wrapped_key is not null and master_key_id <> '" + id + "'")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static int restart(Instance instance) {
        int code = instance.stop();
        instance.start();
        Await.until(instance::isReady);
        return code;
    }
}
