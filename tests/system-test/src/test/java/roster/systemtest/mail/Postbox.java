package roster.systemtest.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import roster.contract.event.Event;
import roster.contract.event.Inviter;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.Organization;
import roster.contract.kafka.MemberEventsTopic;
import roster.contract.role.Role;
import roster.contract.stored.EventJson;
import roster.contract.stored.EventType;
import roster.local.PerJvm;
import roster.local.kafka.LocalKafka;
import roster.local.postgres.Database;
import roster.migrate.Login;
import roster.migrate.Migrations;
import roster.migrate.Schema;

/** The environment of notification-service: a topic, a mail queue, a relay, and a receiver of its reports. */
final class Postbox implements AutoCloseable {
    private static final Duration LIFE = Duration.ofDays(7);

    final MisbehavingRelay relay = new MisbehavingRelay();
    final ReportDesk desk = new ReportDesk();
    private final Path folder;
    private final LocalKafka kafka;
    private final Database database = PerJvm.postgres().freshDatabase("notification",
            database -> new Migrations(Login.owner(database.jdbcUrl(), database.passwords().owner()), Schema.NOTIFICATION).run());
    private final KafkaProducer<byte[], byte[]> producer;
    private final Map<String, Sender> senders = new ConcurrentHashMap<>();
    private int started;

    Postbox(Path folder) {
        this.folder = folder;
        kafka = LocalKafka.start(folder.resolve("kafka"), 0);
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers(), "linger.ms", 0);
        try (var admin = Admin.create(settings)) {
            admin.createTopics(List.of(new NewTopic(MemberEventsTopic.NAME, 4, (short) 1))).all().toCompletionStage().toCompletableFuture()
                    .join();
        }
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Starts another process of the service, without waiting until it is ready. */
    Sender start(String... settings) {
        var sender = Sender.start("sender-" + ++started + ".example", folder, settings, Map.of(
                "ROSTER_DATABASE_URL", database.jdbcUrl(),
                "ROSTER_DATABASE_PASSWORD", database.passwords().notification(),
                "ROSTER_KAFKA", kafka.bootstrapServers(),
                "ROSTER_KAFKA_REPLICATION", "1",
                "ROSTER_KAFKA_MIN_IN_SYNC", "1",
                "ROSTER_COMMAND_SERVICE", "http://127.0.0.1:" + desk.port(),
                "ROSTER_SMTP_PORT", String.valueOf(relay.port())));
        senders.put(sender.name(), sender);
        return sender;
    }

    /** A running process, started now if there is none. */
    Sender sender() {
        return senders.values().stream().findAny().orElseGet(this::start);
    }

    /** The processes that were not killed. */
    Collection<Sender> senders() {
        return senders.values();
    }

    /** Kills a process, and returns when it is dead. */
    void kill(String name) {
        var condemned = senders.remove(name);
        if (condemned != null) {
            condemned.kill();
        }
    }

    static Organization organization(String slug) {
        return new Organization(UUID.randomUUID(), slug, slug);
    }

    /** An invitation with unique addresses, so that each e-mail can be identified. */
    static MemberInvited invitation(Organization organization, String name) {
        return new MemberInvited(UUID.randomUUID(), organization, UUID.randomUUID(), "Grace " + name, invitee(name), Role.DEVELOPER,
                new Inviter(UUID.randomUUID(), "Ada " + name, inviter(name)), Instant.now().plus(LIFE));
    }

    /** An invitation of a first admin, which has no inviter and so causes one e-mail. */
    static MemberInvited registration(Organization organization, String name) {
        return new MemberInvited(UUID.randomUUID(), organization, UUID.randomUUID(), "Grace " + name, invitee(name), Role.ADMIN, null,
                Instant.now().plus(LIFE));
    }

    static String invitee(String name) {
        return "grace-" + name + "@navy.example";
    }

    static String inviter(String name) {
        return "ada-" + name + "@acme.example";
    }

    /** Publishes an event like command-service, and returns when Kafka has it. */
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

    /** The first column of a query's result. */
    List<String> queue(String sql, String... parameters) {
        try (var connection = superuser(); var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            var rows = statement.executeQuery();
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code status/attempts} of the e-mail to that invitee; empty if it does not exist yet. */
    String emailTo(String invitee) {
        return String.join(",", queue("select concat_ws('/', status, attempts) from notification.letter"
                + " where recipient = 'invitee' and invitee_email = ?", invitee));
    }

    /** A superuser connection to the database. */
    Connection superuser() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), "postgres", database.passwords().superuser());
    }

    @Override
    public void close() {
        Stream.concat(senders.values().stream(), Stream.<AutoCloseable>of(producer, relay, desk, kafka)).forEach(it -> {
            try {
                it.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
