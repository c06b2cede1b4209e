package roster.systemtest.trial.faults;

/** Names of parts that are no process of a service. */
public final class Parts {
    public static final String POSTGRES = "PostgreSQL";
    public static final String KAFKA = "Kafka";
    public static final String RELAY = "mail server";

    private Parts() {}
}
