package roster.systemtest.trial.cluster;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.awaitility.core.ConditionTimeoutException;

import roster.local.Patience;
import roster.local.PerJvm;
import roster.local.issuer.LocalIssuer;
import roster.local.kafka.LocalKafka;
import roster.local.postgres.LocalPostgres;
import roster.local.postgres.Passwords;
import roster.local.process.Ports;
import roster.local.proxy.FaultyProxy;
import roster.migrate.Login;
import roster.migrate.Migrations;
import roster.systemtest.mail.MisbehavingRelay;
import roster.systemtest.running.Await;
import roster.systemtest.running.Http;
import roster.systemtest.running.KafkaRecords;

/**
 * Roster with two processes of each service, its own PostgreSQL and Kafka, and a mail server. There is a proxy between each service and
 * PostgreSQL, between the services and Kafka, between clients and each service, and between notification-service and command-service.
 */
public final class DoubledRoster implements AutoCloseable {
    private static final String DATABASE = "roster";
    /** A locale with another upper case of i, and a time zone a day ahead of others. */
    private static final String FAR_AWAY = "-Duser.language=tr -Duser.country=TR -Duser.timezone=Pacific/Apia";
    /** Short leases, so that e-mails of a killed process are sent soon, and time limits that must be shorter than a lease. */
    private static final Map<String, String> SHORT_WAITS = Map.of("ROSTER_WORKERS_LEASE", "8s", "ROSTER_RELAY_EMAIL", "5s",
            "ROSTER_RELAY_CONNECT", "3s", "ROSTER_RELAY_ANSWER", "3s", "ROSTER_REPORT_LEASE", "5s");
    private static final Map<String, String> NO_LIMITS = Map.of("ROSTER_OPEN_INVITATIONS", "1000000", "ROSTER_INVITATIONS_PER_ADDRESS",
            "1000000", "ROSTER_INVITATIONS_PER_INVITER", "1000000", "ROSTER_FAILURES_BURST", "1000000");

    private final Path folder;
    private final Disk disk;
    private final Credentials credentials = Credentials.random();
    private final MisbehavingRelay relay = new MisbehavingRelay();
    private final LocalPostgres postgres;
    private final LocalKafka kafka;
    private final FaultyProxy kafkaProxy;
    private final List<Instance> instances = new ArrayList<>();
    private final FaultyProxy commandProxy;

    /**
     * Starts it in an empty folder, and returns when all processes are healthy.
     *
     * @param disk of PostgreSQL
     */
    public DoubledRoster(Path folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
        int forServices = Ports.freeOr(0);
        kafkaProxy = FaultyProxy.before(forServices);
        var broker = CompletableFuture.supplyAsync(() -> LocalKafka.start(folder.resolve("kafka"), listeners(forServices)));
        postgres = LocalPostgres.start(folder.resolve("postgres"), PerJvm.programs(), 0, Passwords.random());
        var database = postgres.database(DATABASE);
        Migrations.all(Login.owner(database.jdbcUrl(), database.passwords().owner())).run();
        kafka = broker.join();
        if (disk.isSmall()) {
            recycleLogs();
        }
        var commands = List.of(Ports.freeOr(0), Ports.freeOr(0));
        commandProxy = FaultyProxy.before(commands.get(0), commands.get(1));
        for (var kind : ServiceKind.values()) {
            for (int number = 1; number <= 2; number++) {
                int port = kind == ServiceKind.COMMAND_SERVICE ? commands.get(number - 1) : Ports.freeOr(0);
                instances.add(
                        new Instance(kind.module() + "-" + number, kind, port, folder.resolve("log"), postgres.port(), settings(kind)));
            }
        }
        awaitHealthy();
    }

    /** So that PostgreSQL's own log does not fill a small disk. */
    private void recycleLogs() {
        try (var database = database(); var statement = database.createStatement()) {
            statement.execute("alter system set max_wal_size = '128MB'");
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The broker talks to itself past the proxy, and so do tests. */
    private String listeners(int forServices) {
        return String.format(Locale.ROOT, """
                listeners=PLAINTEXT://127.0.0.1:{port},CONTROLLER://127.0.0.1:{controller},SERVICES://127.0.0.1:%d
                advertised.listeners=PLAINTEXT://127.0.0.1:{port},SERVICES://127.0.0.1:%d
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SERVICES:PLAINTEXT
                """, forServices, kafkaProxy.port());
    }

    private Map<String, String> settings(ServiceKind kind) {
        var settings = new HashMap<>(Map.of("ROSTER_KAFKA", "127.0.0.1:" + kafkaProxy.port(), "ROSTER_KAFKA_REPLICATION", "1",
                "ROSTER_KAFKA_MIN_IN_SYNC", "1", "ROSTER_INVITATION_KEYS", credentials.invitationKeys(), "ROSTER_NOTIFICATION_TOKEN",
                credentials.notificationToken(), "JAVA_TOOL_OPTIONS", FAR_AWAY));
        settings.putAll(switch (kind) {
            case COMMAND_SERVICE -> with(postgres.passwords().command(), NO_LIMITS);
            case QUERY_SERVICE -> with(postgres.passwords().query(), Map.of("ROSTER_LOG_KEYS", credentials.logKeys()));
            case NOTIFICATION_SERVICE -> with(postgres.passwords().notification(), SHORT_WAITS);
        });
        settings.putAll(kind == ServiceKind.NOTIFICATION_SERVICE
                ? Map.of("ROSTER_COMMAND_SERVICE", "http://127.0.0.1:" + commandProxy.port(), "ROSTER_SMTP_PORT",
                        String.valueOf(relay.port()), "ROSTER_SMTP_USERNAME", "roster", "ROSTER_SMTP_PASSWORD", "Xk4u-2Qw9")
                : Map.of("ROSTER_OPERATOR_TOKEN", credentials.operatorToken(), "ROSTER_MASTER_KEYS", credentials.masterKeys()));
        settings.putAll(kind == ServiceKind.NOTIFICATION_SERVICE ? Map.of() : issuer(PerJvm.issuer()));
        return settings;
    }

    private static Map<String, String> with(String password, Map<String, String> others) {
        var settings = new HashMap<>(others);
        settings.put("ROSTER_DATABASE_PASSWORD", password);
        return settings;
    }

    private static Map<String, String> issuer(LocalIssuer issuer) {
        return Map.of("ROSTER_ACCESS_ISSUERS_0_NAME", "sign-in", "ROSTER_ACCESS_ISSUERS_0_ISSUER", issuer.issuer(),
                "ROSTER_ACCESS_ISSUERS_0_JWKSURI", issuer.jwksUri().toString(), "ROSTER_ACCESS_ISSUERS_0_AUDIENCE", "roster",
                "ROSTER_ACCESS_ISSUERS_0_ASSERTSEMAIL", "true", "ROSTER_ACCESS_ISSUERS_0_VOUCHESFOR", "github");
    }

    public Credentials credentials() {
        return credentials;
    }

    public MisbehavingRelay relay() {
        return relay;
    }

    public LocalPostgres postgres() {
        return postgres;
    }

    public LocalKafka kafka() {
        return kafka;
    }

    /** The proxy between the services and Kafka. */
    public FaultyProxy kafkaProxy() {
        return kafkaProxy;
    }

    /** The proxy between notification-service and both processes of command-service. */
    public FaultyProxy commandProxy() {
        return commandProxy;
    }

    public List<Instance> instances() {
        return List.copyOf(instances);
    }

    public List<Instance> instances(ServiceKind kind) {
        return instances.stream().filter(it -> it.kind() == kind).toList();
    }

    /** A client of one of the two, as an operator. */
    public Http operator(Instance instance) {
        return instance.http().as(credentials.operatorToken());
    }

    public KafkaRecords records() {
        return new KafkaRecords(kafka.bootstrapServers());
    }

    /** A connection as superuser, past the proxies. */
    public Connection database() throws SQLException {
        return postgres.superuser(DATABASE);
    }

    public void awaitHealthy() {
        awaitHealthy(Patience.LIMIT);
    }

    /** @throws IllegalStateException that says who is not, and how it is */
    public void awaitHealthy(Duration patience) {
        try {
            Await.until(patience, () -> instances.stream().allMatch(Instance::isHealthy));
        } catch (ConditionTimeoutException e) {
            throw new IllegalStateException(instances.stream().map(Instance::state).collect(Collectors.joining("\n")), e);
        }
    }

    /** True when PostgreSQL has a disk of its own, which can be filled. */
    public boolean hasSmallDisk() {
        return disk.isSmall();
    }

    /** All data, and logs of the services, of Kafka and of PostgreSQL. */
    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        instances.parallelStream().forEach(Instance::close);
        Stream.<AutoCloseable>of(kafkaProxy, commandProxy, relay).forEach(DoubledRoster::close);
        kafka.thaw();
        kafka.kill();
        postgres.kill();
        disk.close();
    }

    private static void close(AutoCloseable it) {
        try {
            it.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
