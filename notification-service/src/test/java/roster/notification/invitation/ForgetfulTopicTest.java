package roster.notification.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

import roster.contract.kafka.MemberEventsTopic;
import roster.local.PerJvm;
import roster.local.kafka.LocalKafka;
import roster.local.postgres.Database;
import roster.notification.Surroundings;
import roster.notification.mail.ScriptedRelay;

/** A new queue reads a topic whose records are deleted before they are read. */
class ForgetfulTopicTest {
    private static final TopicPartition PARTITION = new TopicPartition(MemberEventsTopic.NAME, 0);

    private final ScriptedRelay relay = new ScriptedRelay();
    private final Database database = Surroundings.freshMailQueue();
    private LocalKafka kafka = PerJvm.kafka();
    @TempDir private Path folder;

    @BeforeEach
    void startKafka() throws Exception {
        kafka = LocalKafka.start(folder, 0);
        createTopic();
    }

    private void createTopic() throws Exception {
        try (var admin = admin()) {
            admin.createTopics(List.of(new NewTopic(MemberEventsTopic.NAME, 1, (short) 1))).all().get();
        }
    }

    @AfterEach
    void stopKafka() throws Exception {
        kafka.kill();
        relay.close();
    }

    @Test
    void what_retention_deletes_while_it_is_being_read_is_not_waited_for() throws Exception {
        publish(Map.of(), "first", "second", "third", "fourth", "fifth");
        try (var lock = nothingIsWritten()) {
            try (var _ = start(Map.of("spring.kafka.consumer.max-poll-records", "1",
                    "spring.kafka.consumer.properties.max.partition.fetch.bytes", "1"))) {
                await().until(() -> isWaitedFor(lock));
                try (var admin = admin()) {
                    admin.deleteRecords(Map.of(PARTITION, RecordsToDelete.beforeOffset(-1))).all().get();
                }
                lock.rollback();

                await().untilAsserted(() -> assertThat(relay.receivedBy(address("first"))).hasSize(1));
                assertThat(relay.receivedBy(address("fifth"))).isEmpty();
            }
        }
    }

    /** A new queue must not wait for records that no longer exist, and records that come again cause no second e-mail. */
    @Test
    void when_kafka_loses_its_data_what_comes_afterwards_is_sent_and_what_comes_again_is_not_sent_twice() throws Exception {
        var first = Topics.record(UUID.randomUUID(), 0, Topics.invited(UUID.randomUUID(), "first", address("first")));
        publish(first);
        publish(Map.of(), "second", "third");
        try (var lock = nothingIsWritten()) {
            try (var _ = start(Map.of("spring.kafka.consumer.max-poll-records", "1",
                    "spring.kafka.consumer.properties.max.partition.fetch.bytes", "1"))) {
                await().until(() -> isWaitedFor(lock));
                loseEverything();
                lock.rollback();
                publish(first);
                await().untilAsserted(() -> assertThat(relay.receivedBy(address("first"))).hasSize(1));
                publish(first);
                publish(Map.of(), "later");

                await().untilAsserted(() -> assertThat(relay.receivedBy(address("later"))).hasSize(1));
                assertThat(relay.receivedBy(address("first"))).hasSize(1);
            }
        }
    }

    private void loseEverything() throws Exception {
        kafka.kill();
        FileSystemUtils.deleteRecursively(folder.resolve("data"));
        kafka.start();
        createTopic();
    }

    @Test
    void what_kafka_has_written_for_itself_is_not_waited_for() throws Exception {
        publish(Map.of("transactional.id", "publisher"), "only");

        try (var _ = start(Map.of())) {
            await().untilAsserted(() -> assertThat(relay.receivedBy(address("only"))).hasSize(1));
        }
    }

    private ConfigurableApplicationContext start(Map<String, String> consumer) {
        var settings = new HashMap<>(consumer);
        settings.put("ROSTER_KAFKA", kafka.bootstrapServers());
        return Surroundings.startAlone(database, relay, settings);
    }

    private void publish(Map<String, String> settings, String... names) throws Exception {
        var all = new HashMap<String, Object>(settings);
        all.put("bootstrap.servers", kafka.bootstrapServers());
        try (var producer = new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer())) {
            if (!settings.isEmpty()) {
                producer.initTransactions();
                producer.beginTransaction();
            }
            for (var name : names) {
                producer.send(Topics.record(UUID.randomUUID(), 0, Topics.invited(UUID.randomUUID(), name, address(name)))).get();
            }
            if (!settings.isEmpty()) {
                producer.commitTransaction();
            }
        }
    }

    private void publish(ProducerRecord<byte[], byte[]> record) throws Exception {
        try (var producer = new KafkaProducer<>(Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(record.topic(), null, record.key(), record.value(), record.headers())).get();
        }
    }

    private static String address(String name) {
        return name + "@forgotten.example";
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    }

    /** Blocks writes to the queue until it is rolled back. */
    private Connection nothingIsWritten() throws SQLException {
        var connection = DriverManager.getConnection(database.jdbcUrl(), "roster_owner", database.passwords().owner());
        connection.setAutoCommit(false);
        connection.createStatement().execute("lock table notification.told in access exclusive mode");
        return connection;
    }

    private static boolean isWaitedFor(Connection lock) throws SQLException {
        try (var rows = lock.createStatement()
                .executeQuery("select 1 from pg_locks where not granted and relation = 'notification.told'::regclass")) {
            return rows.next();
        }
    }
}
