package roster.systemtest.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import roster.local.Patience;
import roster.local.PerJvm;
import roster.local.issuer.LocalIssuer;
import roster.local.process.Application;
import roster.local.process.ChildProcess;
import roster.local.process.Ports;
import roster.local.process.Signals;

/** Roster as started by {@code ./roster up}: the launcher and its processes, on free ports, with a data folder of its own. */
public final class Roster implements AutoCloseable {
    private static final List<String> PORTS = List.of("CONSOLE", "COMMAND", "QUERY", "IDENTITY", "CONSOLE_MANAGEMENT", "COMMAND_MANAGEMENT",
            "QUERY_MANAGEMENT",
            "NOTIFICATION_MANAGEMENT", "INBOX", "SMTP", "POSTGRES", "KAFKA");
    /** Short leases, so that e-mails of a killed process are sent soon, and time limits that must be shorter than a lease. */
    private static final Map<String, String> SHORT_WAITS = Map.of("ROSTER_WORKERS_LEASE", "20s", "ROSTER_RELAY_EMAIL", "15s",
            "ROSTER_RELAY_ANSWER", "10s", "ROSTER_REPORT_LEASE", "15s", "SPRING_DATASOURCE_HIKARI_CONNECTIONTIMEOUT", "30000",
            "ROSTER_RECONCILER_SHARE",
            "0");
    private static final Map<String, String> RECONCILING = Map.of("ROSTER_RECONCILER_SHARE", "0.5", "ROSTER_RECONCILER_FIRST", "5s",
            "ROSTER_RECONCILER_PAUSE", "1s");
    /** A locale with another upper case of i, and a time zone a day ahead of others: no process may depend on either. */
    private static final String FAR_AWAY = "-Duser.language=tr -Duser.country=TR -Duser.timezone=Pacific/Apia";
    private static final Path ROOT = Path.of(System.getProperty("roster.root"));

    private final Path data;
    private final Map<String, String> environment = new HashMap<>();
    private int starts;
    private ChildProcess launcher;

    private Roster(Path data, Map<String, String> settings) {
        this.data = data;
        PORTS.forEach(name -> environment.put("ROSTER_" + name + "_PORT", String.valueOf(Ports.freeOr(0))));
        environment.put("ROSTER_DATA", data.toString());
        environment.putAll(settings);
        launcher = launch();
    }

    private static Map<String, String> forTests(Map<String, String> settings) {
        var all = new HashMap<>(issuer(PerJvm.issuer()));
        all.put("ROSTER_FAILURES_BURST", "10000");
        all.put("ROSTER_PATIENCE", "1m");
        all.putAll(SHORT_WAITS);
        all.putAll(settings);
        all.put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 " + FAR_AWAY);
        return all;
    }

    /** Settings of a second issuer beside the console, which may assert verified addresses. */
    private static Map<String, String> issuer(LocalIssuer issuer) {
        return Map.of(
                "ROSTER_ACCESS_ISSUERS_1_NAME", "sign-in",
                "ROSTER_ACCESS_ISSUERS_1_ISSUER", issuer.issuer(),
                "ROSTER_ACCESS_ISSUERS_1_JWKSURI", issuer.jwksUri().toString(),
                "ROSTER_ACCESS_ISSUERS_1_AUDIENCE", "roster",
                "ROSTER_ACCESS_ISSUERS_1_ASSERTSEMAIL", "true",
                "ROSTER_ACCESS_ISSUERS_1_VOUCHESFOR", "github");
    }

    /** @param data an empty folder, or that of an earlier run */
    public static Roster start(Path data) {
        return new Roster(data, forTests(Map.of()));
    }

    /** With the flags and settings of {@code ./roster up}, for measurements, except the ports and these settings. */
    public static Roster asUp(Path data, Map<String, String> settings) {
        return new Roster(data, settings);
    }

    /** As {@link #start}, with reconcilers that compare all the time. */
    public static Roster reconciling(Path data) {
        return new Roster(data, forTests(RECONCILING));
    }

    /** Health of the reconcilers of all services, once each has compared everything that there is now. */
    public List<Answer> reconciled() {
        var since = Instant.now();
        return Stream.of("COMMAND", "QUERY", "NOTIFICATION").map(service -> {
            var management = new Http(port(service + "_MANAGEMENT"), "");
            Await.until(() -> management.get("/actuator/health/reconciler").body().at("/components/reconciling/details").valueStream()
                    .filter(it -> it.has("lastPass"))
                    .anyMatch(it -> Instant.parse(it.path("lastPass").asString()).minus(Duration.parse(it.path("took").asString()))
                            .isAfter(since)));
            return management.get("/actuator/health/reconciler");
        }).toList();
    }

    /** Stops everything. */
    public void stop() {
        launcher.stop(Duration.ofSeconds(60));
    }

    /** Starts again after a kill or stop, with the same ports and data. */
    public void startAgain() {
        launcher = launch();
    }

    private ChildProcess launch() {
        var started = ChildProcess.start(data.resolve("launcher"), "start-" + ++starts,
                application("local/standalone").command(List.of("-Xmx128m",
                        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-Droster.root=" + ROOT)),
                environment);
        Await.until(() -> {
            if (!started.isAlive()) {
                throw new IllegalStateException("the launcher has ended:\n" + started.lastWords());
            }
            return started.lastWords().contains("Ctrl-C stops everything");
        });
        return started;
    }

    /** The launcher, its descendants, and PostgreSQL, to be killed all at once. */
    public List<ProcessHandle> everything() {
        return Stream.of(launcherProcess(), postgres().orElseThrow()).flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                .toList();
    }

    /** A server or service that the launcher starts again when it ends. */
    public enum Part {
        POSTGRES,
        KAFKA,
        COMMAND_SERVICE,
        QUERY_SERVICE,
        NOTIFICATION_SERVICE;

        /** Name of its jar. */
        private String jar() {
            return this == KAFKA ? "kafka-server.jar" : name().toLowerCase(Locale.ROOT).replace('_', '-') + ".jar";
        }
    }

    /** The processes of a part that run now. */
    public List<ProcessHandle> processes(Part part) {
        var roots = part == Part.POSTGRES ? postgres().stream() : launcherProcess().descendants()
                .filter(it -> it.info().commandLine().filter(line -> line.contains(part.jar())).isPresent());
        return roots.flatMap(root -> Stream.concat(Stream.of(root), root.descendants())).distinct().toList();
    }

    /** Stops parts without ending them: they answer nothing, and their connections stay open. */
    public void freeze(List<Part> parts) {
        Signals.freeze(all(parts));
    }

    /** Continues what {@link #freeze} has stopped. */
    public void thaw(List<Part> parts) {
        Signals.thaw(all(parts));
    }

    private List<ProcessHandle> all(List<Part> parts) {
        return parts.stream().flatMap(it -> processes(it).stream()).toList();
    }

    private Optional<ProcessHandle> postgres() {
        var file = data.resolve("postgres/data/postmaster.pid");
        return Files.exists(file) ? ProcessHandle.of(Long.parseLong(firstLine(file))) : Optional.empty();
    }

    /** Waits until all services are ready, and PostgreSQL and Kafka with them. */
    public void awaitReady() {
        Await.until(() -> Stream.of("COMMAND", "QUERY", "NOTIFICATION")
                .allMatch(it -> new Http(port(it + "_MANAGEMENT"), "").status("/actuator/health") == 200));
    }

    public static void kill(List<ProcessHandle> all) {
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().orTimeout(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS).join());
    }

    /** The launcher itself, with the inbox. */
    public ProcessHandle launcherProcess() {
        return ProcessHandle.of(launcher.pid()).orElseThrow();
    }

    public Http commands() {
        return new Http(port("COMMAND"), operatorToken());
    }

    public Http queries() {
        return new Http(port("QUERY"), operatorToken());
    }

    /** Rebuilds the views, and waits until readers use the new ones. */
    public void rebuildViews() {
        var rebuild = queries().post("/admin/projections/views/rebuild", null);
        Await.until(() -> queries().get(rebuild.header("Location")).text("/state").equals("done"));
    }

    /** URL of the console, without a path. */
    public URI console() {
        return URI.create(address("CONSOLE"));
    }

    /**
     * URL of a part, without a path.
     *
     * @param part name of its port
     */
    public String address(String part) {
        return "http://127.0.0.1:" + port(part);
    }

    public Mails mails() {
        return new Mails(new Http(port("INBOX"), operatorToken()));
    }

    public KafkaRecords kafka() {
        return new KafkaRecords("127.0.0.1:" + port("KAFKA"));
    }

    /** Starts another instance of command-service on the same event store. */
    public CommandInstance anotherCommandService() {
        var port = Ports.freeOr(0);
        var managementPort = Ports.freeOr(0);
        var process = start("command-service", Map.of("SERVER_PORT", String.valueOf(port), "ROSTER_MANAGEMENT_PORT",
                String.valueOf(managementPort)));
        var health = new Http(managementPort, operatorToken());
        Await.until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException(process.lastWords());
            }
            return health.isReady();
        });
        return new CommandInstance(new Http(port, operatorToken()), process);
    }

    /** Starts another instance of command-service or query-service with one setting changed, without waiting for it. */
    public ChildProcess another(String service, String setting, String value) {
        return start(service, Map.of("SERVER_PORT", String.valueOf(Ports.freeOr(0)), "ROSTER_MANAGEMENT_PORT",
                String.valueOf(Ports.freeOr(0)), setting, value));
    }

    private ChildProcess start(String service, Map<String, String> settings) {
        var told = new HashMap<>(Map.of(
                "ROSTER_DATABASE_URL", databaseUrl(),
                "ROSTER_DATABASE_PASSWORD", secret(service.equals("query-service") ? "database-query" : "database-command"),
                "ROSTER_OPERATOR_TOKEN", operatorToken(),
                "ROSTER_INVITATION_KEYS", secret("invitation-keys"),
                "ROSTER_MASTER_KEYS", secret("master-keys"),
                "ROSTER_NOTIFICATION_TOKEN", notificationToken(),
                "ROSTER_KAFKA", "127.0.0.1:" + port("KAFKA")));
        told.putAll(Map.of("ROSTER_KAFKA_REPLICATION", "1", "ROSTER_KAFKA_MIN_IN_SYNC", "1", "ROSTER_LOG_KEYS", secret("log-keys")));
        told.putAll(settings);
        return ChildProcess.start(data.resolve("log"), service + "-" + told.get("SERVER_PORT"),
                application(service).command(List.of("-Xmx256m",
                        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED")),
                told);
    }

    public record CommandInstance(Http http, ChildProcess process) implements AutoCloseable {
        @Override
        public void close() {
            process.close();
        }
    }

    /** Environment variables of the launcher. */
    Map<String, String> environment() {
        return Map.copyOf(environment);
    }

    /** Folder of all persistent data. */
    public Path data() {
        return data;
    }

    /** Logs of all processes. */
    public String logs() {
        try (var files = Files.walk(data.resolve("log"))) {
            return files.filter(Files::isRegularFile).map(Roster::text).collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Metrics of all services. */
    public String metrics() {
        return Stream.of("CONSOLE", "COMMAND", "QUERY", "NOTIFICATION")
                .map(service -> new Http(port(service + "_MANAGEMENT"), "").text("/actuator/prometheus"))
                .collect(Collectors.joining("\n"));
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A connection that may read all tables. */
    public Connection database() throws SQLException {
        return DriverManager.getConnection(databaseUrl(), "postgres", secret("database-superuser"));
    }

    /** A connection with the role for backups of keys. */
    public Connection keys() throws SQLException {
        return DriverManager.getConnection(databaseUrl(), "roster_keys", secret("database-keys"));
    }

    private String databaseUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port("POSTGRES") + "/roster";
    }

    /** The configured master keys: {@code <id>:<base64>}. */
    public String masterKeys() {
        return secret("master-keys");
    }

    /** The private key of the signed log. */
    public String logKey() {
        return secret("log-keys");
    }

    public String operatorToken() {
        return firstLine(data.resolve("operator-token"));
    }

    public String notificationToken() {
        return secret("notification-token");
    }

    /** A secret that the launcher generated, by the name of its file. */
    public String secret(String name) {
        return firstLine(data.resolve("secrets").resolve(name));
    }

    /** Port of a listener, by the middle of its environment variable. */
    public int port(String name) {
        return Integer.parseInt(environment.getOrDefault("ROSTER_" + name + "_PORT", "0"));
    }

    public static Application application(String module) {
        return Application.built(ROOT, module).orElseThrow();
    }

    private static String firstLine(Path file) {
        try {
            return Files.readAllLines(file).getFirst().strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
