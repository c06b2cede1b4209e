package roster.standalone.settings;

/** The port of each server, with its default and the environment variable that changes it. */
public enum Port {
    CONSOLE("console", "ROSTER_CONSOLE_PORT", 8080),
    COMMAND("command-service", "ROSTER_COMMAND_PORT", 8081),
    QUERY("query-service", "ROSTER_QUERY_PORT", 8082),
    IDENTITY("stand-ins for Google and GitHub", "ROSTER_IDENTITY_PORT", 8083),
    CONSOLE_MANAGEMENT("health of the console", "ROSTER_CONSOLE_MANAGEMENT_PORT", 9080),
    COMMAND_MANAGEMENT("health of command-service", "ROSTER_COMMAND_MANAGEMENT_PORT", 9081),
    QUERY_MANAGEMENT("health of query-service", "ROSTER_QUERY_MANAGEMENT_PORT", 9082),
    NOTIFICATION_MANAGEMENT("health of notification-service", "ROSTER_NOTIFICATION_MANAGEMENT_PORT", 9083),
    INBOX("inbox", "ROSTER_INBOX_PORT", 8025),
    SMTP("inbox, SMTP", "ROSTER_SMTP_PORT", 1025),
    POSTGRES("PostgreSQL", "ROSTER_POSTGRES_PORT", 15432),
    KAFKA("Kafka", "ROSTER_KAFKA_PORT", 19092);

    private final String listener;
    private final String setting;
    private final int standard;

    Port(String listener, String setting, int standard) {
        this.listener = listener;
        this.setting = setting;
        this.standard = standard;
    }

    public String listener() {
        return listener;
    }

    public String setting() {
        return setting;
    }

    public int standard() {
        return standard;
    }
}
