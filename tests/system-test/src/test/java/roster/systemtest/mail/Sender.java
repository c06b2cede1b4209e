package roster.systemtest.mail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import roster.local.process.ChildProcess;
import roster.local.process.Ports;
import roster.systemtest.running.Http;
import roster.systemtest.running.Roster;

/** A process of notification-service. Its name is its EHLO name. Its waiting times are shorter than usual. */
final class Sender implements AutoCloseable {
    private static final String TOKEN = "n0Boo7Wf3T1qkXzv9rJc5sLgYh2uMpDe";
    private static final String KEYS = "k1:5yWl0o1x7cXUo3m8Zq4h2nB6kT9vRrEwJfPdGsAaLiM=";
    private static final List<String> SHORT_WAITS = List.of("--roster.relay.connect=3s", "--roster.relay.answer=3s",
            "--roster.relay.email=5s", "--roster.workers.lease=8s", "--roster.workers.poll=200ms", "--roster.report.pause=200ms",
            "--roster.report.lease=2s");

    private final String name;
    private final ChildProcess process;
    private final Http management;

    private Sender(String name, ChildProcess process, Http management) {
        this.name = name;
        this.process = process;
        this.management = management;
    }

    static Sender start(String name, Path folder, String[] settings, Map<String, String> surroundings) {
        var port = Ports.freeOr(0);
        var command = new ArrayList<>(Roster.application("notification-service").command(List.of("-Xms32m", "-Xmx160m", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED")));
        command.add("--roster.relay.client-name=" + name);
        command.addAll(SHORT_WAITS);
        command.addAll(List.of(settings));
        var environment = new HashMap<>(surroundings);
        environment.putAll(Map.of("ROSTER_MANAGEMENT_PORT", String.valueOf(port), "ROSTER_INVITATION_KEYS", KEYS,
                "ROSTER_NOTIFICATION_TOKEN", TOKEN, "ROSTER_SMTP_USERNAME", "roster", "ROSTER_SMTP_PASSWORD", "Xk4u-2Qw9"));
        return new Sender(name, ChildProcess.start(folder, name, command, environment), Http.open(port));
    }

    String name() {
        return name;
    }

    /** Kills it, and returns when it is dead. */
    void kill() {
        process.kill();
    }

    /** HTTP status of {@code /actuator/…}; 0 while it cannot be reached. */
    int status(String path) {
        return management.status("/actuator/" + path);
    }

    double metric(String metric) {
        return management.text("/actuator/prometheus").lines().filter(it -> it.startsWith(metric + " "))
                .mapToDouble(it -> Double.parseDouble(it.substring(metric.length() + 1))).findFirst().orElseThrow();
    }

    @Override
    public void close() {
        process.close();
    }
}
