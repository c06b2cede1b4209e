package roster.systemtest.trial.faults;

import java.util.List;

import roster.systemtest.trial.cluster.ServiceKind;

/** All faults. */
public final class Faults {
    private static final Fault KILL_POSTGRES = new Fault("kill PostgreSQL", 4, Kills::postgres);
    private static final Fault KILL_KAFKA = new Fault("kill Kafka", 4, Kills::kafka);
    private static final Fault TERMINATE = new Fault("terminate backends", 2, DatabaseFaults::terminate);
    private static final Fault CUT = new Fault("cut connections", 2, NetworkFaults::cut);

    private Faults() {}

    /** Of the long form. */
    public static List<Fault> all() {
        return List.of(Kills.of(ServiceKind.COMMAND_SERVICE, 8), Kills.of(ServiceKind.QUERY_SERVICE, 3),
                Kills.of(ServiceKind.NOTIFICATION_SERVICE, 3), KILL_POSTGRES, KILL_KAFKA, TERMINATE, CUT,
                new Fault("kill everything", 1, Kills::everything),
                new Fault("freeze a service", 3, Freezes::service),
                new Fault("freeze PostgreSQL", 1, Freezes::postgres),
                new Fault("freeze Kafka", 1, Freezes::kafka),
                new Fault("swallow packets", 3, NetworkFaults::swallow),
                new Fault("delay packets", 1, NetworkFaults::delay),
                new Fault("lock a table", 1, DatabaseFaults::lock),
                new Fault("connection limit", 1, DatabaseFaults::connectionLimit),
                new Fault("rebuild the views", 2, Operating::rebuild),
                new Fault("rolling restart", 1, Operating::rollingRestart),
                new Fault("rotate master keys", 1, Operating::rotateKeys),
                new Fault("full disk of PostgreSQL", 1, LossFaults::fullDisk),
                new Fault("lose Kafka's data", 1, LossFaults::kafkaLog),
                new Fault("mail server misbehaves", 2, RelayFaults::misbehave));
    }

    /** Of the short form, one after the other. */
    public static List<Fault> brief() {
        return List.of(Kills.of(ServiceKind.COMMAND_SERVICE, 1), KILL_POSTGRES, TERMINATE, KILL_KAFKA, CUT,
                new Fault("kill everything", 1, Kills::everything));
    }
}
