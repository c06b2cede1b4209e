package roster.systemtest.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import roster.contract.event.Event;
import roster.contract.event.EventJson;
import roster.contract.event.EventType;
import roster.contract.event.Inviter;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.Organization;
import roster.contract.kafka.MemberEventsTopic;
import roster.contract.role.Role;
import roster.local.kafka.LocalKafka;
import roster.local.PerJvm;
import roster.local.postgres.Database;
import roster.local.process.ChildProcess;
import roster.local.process.JavaProgram;
import roster.local.process.Ports;
import roster.systemtest.running.Roster;

/** What notification-service stands between: a topic that events are put on, a ledger of its own, a relay, and somebody who takes reports. */
final class Postbox implements AutoCloseable {
    static final Duration LEASE = Duration.ofSeconds(5);
    private static final String TOKEN = "n0Boo7Wf3T1qkXzv9rJc5sLgYh2uMpDe";
    private static final String KEYS = "k1:5yWl0o1x7cXUo3m8Zq4h2nB6kT9vRrEwJfPdGsAaLiM=";

    final MisbehavingRelay relay = new MisbehavingRelay();
    private final Path folder;
    private final LocalKafka kafka;
    private final Database database = PerJvm.postgres().freshDatabase();
    private final KafkaProducer<byte[], byte[]> producer;
    private final HttpServer commands;
    private final ConcurrentLinkedQueue<String> reports = new ConcurrentLinkedQueue<>();
    private final AtomicInteger started = new AtomicInteger();

    Postbox(Path folder) throws Exception {
        this.folder = folder;
        kafka = LocalKafka.start(folder.resolve("kafka"), 0);
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers(), "linger.ms", 0);
        try (var admin = Admin.create(settings)) {
            admin.createTopics(List.of(new NewTopic(MemberEventsTopic.NAME, 4, (short) 1))).all().get();
        }
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        commands = takeReports();
    }

    private HttpServer takeReports() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/invitation-mails", exchange -> {
            reports.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    /** One process of the service. Its name is how it introduces itself to the relay. */
    record Instance(String name, ChildProcess process, int port) {
        void kill() {
            process.kill();
        }
    }

    Instance start() {
        var name = "sender-" + started.incrementAndGet() + ".example";
        var port = Ports.freeOr(0);
        var process = ChildProcess.start(folder, name, JavaProgram.command("-Xms32m", "-Xmx160m", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-jar", Roster.jar("notification-service").toString(),
                "--roster.relay.client-name=" + name, "--roster.relay.answer=1s", "--roster.relay.connect=1s", "--roster.relay.letter=2s",
                "--roster.workers.lease=" + LEASE.toMillis() + "ms", "--roster.workers.poll=100ms"),
                Map.of(
                        "ROSTER_MANAGEMENT_PORT", String.valueOf(port),
                        "ROSTER_DATABASE_URL", database.jdbcUrl(),
                        "ROSTER_DATABASE_PASSWORD", database.passwords().notification(),
                        "ROSTER_OWNER_PASSWORD", database.passwords().owner(),
                        "ROSTER_KAFKA", kafka.bootstrapServers(),
                        "ROSTER_INVITATION_KEYS", KEYS,
                        "ROSTER_NOTIFICATION_TOKEN", TOKEN,
                        "ROSTER_COMMAND_SERVICE", "http://127.0.0.1:" + commands.getAddress().getPort(),
                        "ROSTER_SMTP_PORT", String.valueOf(relay.port())));
        return new Instance(name, process, port);
    }

    /** Of one invitation, with addresses of its own, so that each letter can be told from every other. */
    static MemberInvited invitation(Organization organization, String name) {
        return new MemberInvited(UUID.randomUUID(), organization, UUID.randomUUID(), "Grace " + name, invitee(name), Role.DEVELOPER,
                new Inviter(UUID.randomUUID(), "Ada " + name, inviter(name)), Instant.now().plus(Duration.ofDays(7)));
    }

    static String invitee(String name) {
        return "grace-" + name + "@navy.example";
    }

    static String inviter(String name) {
        return "ada-" + name + "@acme.example";
    }

    void publish(long sequence, Event event) throws Exception {
        var type = EventType.of(event);
        var record = new ProducerRecord<>(MemberEventsTopic.NAME, event.aggregateId().toString().getBytes(UTF_8),
                EventJson.write(event).getBytes(UTF_8));
        Map.of(MemberEventsTopic.ID, UUID.randomUUID(),
                MemberEventsTopic.TYPE, MemberEventsTopic.cloudEventType(type),
                MemberEventsTopic.REVISION, type.revision(),
                MemberEventsTopic.SEQUENCE, sequence,
                MemberEventsTopic.TIME, Instant.now())
                .forEach((name, it) -> record.headers().add(name, it.toString().getBytes(UTF_8)));
        producer.send(record).get();
    }

    List<String> reports() {
        return List.copyOf(reports);
    }

    List<String> column(String sql) {
        try (var connection = ledger(); var rows = connection.createStatement().executeQuery(sql)) {
            var column = new ArrayList<String>();
            while (rows.next()) {
                column.add(rows.getString(1));
            }
            return column;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Connection ledger() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), "roster_owner", database.passwords().owner());
    }

    @Override
    public void close() {
        Stream.<AutoCloseable>of(producer, relay, kafka).forEach(it -> {
            try {
                it.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        commands.stop(0);
    }
}
