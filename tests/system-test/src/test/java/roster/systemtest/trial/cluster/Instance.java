package roster.systemtest.trial.cluster;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import roster.local.process.ChildProcess;
import roster.local.process.Ports;
import roster.local.proxy.FaultyProxy;
import roster.systemtest.running.Http;
import roster.systemtest.running.Roster;

/** One of two processes of a service. A proxy is between it and PostgreSQL, and another one between its clients and it. */
public final class Instance implements AutoCloseable {
    private static final List<String> FLAGS = List.of("-Xms48m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED");
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final Duration HEALTH = Duration.ofSeconds(2);

    private final String name;
    private final ServiceKind kind;
    private final int port;
    private final Path logs;
    private final Map<String, String> settings;
    private final int management = Ports.freeOr(0);
    private final FaultyProxy database;
    private final FaultyProxy front;
    private final Http health = Http.open(management).within(HEALTH);
    private volatile ChildProcess process;

    /**
     * @param port     its port, if it has an API
     * @param settings environment variables that both processes share
     */
    Instance(String name, ServiceKind kind, int port, Path logs, int postgres, Map<String, String> settings) {
        this.name = name;
        this.kind = kind;
        this.port = port;
        this.front = FaultyProxy.before(port);
        this.logs = logs;
        this.settings = new ConcurrentHashMap<>(settings);
        this.database = FaultyProxy.before(postgres);
        this.process = launch();
    }

    private ChildProcess launch() {
        var environment = new HashMap<>(settings);
        environment.putAll(Map.of("ROSTER_DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + database.port() + "/roster",
                "ROSTER_ADDRESS", "127.0.0.1", "SERVER_PORT", String.valueOf(port), "ROSTER_MANAGEMENT_PORT", String.valueOf(management)));
        if (kind == ServiceKind.NOTIFICATION_SERVICE) {
            environment.remove("SERVER_PORT"); // it listens on its management port only
        }
        var command = new ArrayList<>(Roster.application(kind.module()).command(FLAGS));
        if (kind == ServiceKind.NOTIFICATION_SERVICE) {
            command.add("--roster.relay.client-name=" + name);
        }
        return ChildProcess.start(logs, name, command, environment);
    }

    /** Starts it again after its end, without waiting for it. */
    public void start() {
        process = launch();
    }

    /** An environment variable of it. */
    public String setting(String variable) {
        return String.valueOf(settings.get(variable));
    }

    /** Changes an environment variable, from the next start on. */
    public void set(String variable, String value) {
        settings.put(variable, value);
    }

    public String name() {
        return name;
    }

    public ServiceKind kind() {
        return kind;
    }

    /** The current process, or the last one. */
    public ProcessHandle process() {
        return process.process();
    }

    /** Kills it, and returns its exit code. */
    public int kill() {
        process.kill();
        return process.await();
    }

    /** Terminates it, and returns its exit code. */
    public int stop() {
        process.stop(GRACE);
        return process.await();
    }

    public void freeze() {
        process.freeze();
    }

    public void thaw() {
        process.thaw();
    }

    public boolean isReady() {
        return health.isReady();
    }

    /** True when it is healthy, all that it depends on included. */
    public boolean isHealthy() {
        return health.status("/actuator/health") == 200;
    }

    /** Its health and readiness, for messages. */
    String state() {
        return name + (process.isAlive() ? ": health " + health.status("/actuator/health") + ", readiness "
                + health.status("/actuator/health/readiness") : " has ended:\n" + process.lastWords());
    }

    /** Metrics in the format of Prometheus. */
    public String metrics() {
        return health.text("/actuator/prometheus");
    }

    /** A client without a token, through the proxy. */
    public Http http() {
        return Http.open(front.port());
    }

    /** Its address through the proxy, without a path. */
    public String address() {
        return "http://127.0.0.1:" + front.port();
    }

    /** The proxy between it and PostgreSQL. */
    public FaultyProxy database() {
        return database;
    }

    /** The proxy between its clients and it. */
    public FaultyProxy front() {
        return front;
    }

    /** Ends the process. */
    @Override
    public void close() {
        process.thaw();
        process.close();
        front.close();
        database.close();
    }

    @Override
    public String toString() {
        return name;
    }
}
