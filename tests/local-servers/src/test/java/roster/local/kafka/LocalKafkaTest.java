package roster.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import roster.local.process.AotCache;
import roster.local.process.Application;
import roster.local.process.PortTaken;

class LocalKafkaTest {
    private static final TopicPartition KEPT = new TopicPartition("kept", 0);
    @TempDir private Path folder;

    @Test
    @Tag("nightly")
    void records_outlive_a_kill_and_a_restart() throws Exception {
        try (var kafka = LocalKafka.start(folder, 0)) {
            createTopic(kafka);
            send(kafka, "one");

            kafka.kill();
            assertThat(kafka.exit().get()).isNotZero();
            kafka.start();
            send(kafka, "two");

            kafka.stop();
            kafka.start();
            assertThat(read(kafka)).containsExactly("one", "two");
        }
    }

    @Test
    void tests_start_it_with_a_cache() {
        LocalKafka.start(folder, 0).close();

        await().untilAsserted(() -> assertThat(KafkaProgram.find().cache().file()).isNotEmptyFile());
    }

    /** In Turkish, the upper case of i is İ. */
    @Test
    void it_starts_on_a_turkish_desktop() throws Exception {
        var desktop = Map.of("JAVA_TOOL_OPTIONS", "-Duser.language=tr -Duser.country=TR -Duser.timezone=Pacific/Apia");
        try (var kafka = LocalKafka.start(folder, 0, KafkaProgram.find(), desktop)) {
            createTopic(kafka);
            send(kafka, "one");
            assertThat(read(kafka)).containsExactly("one");
        }
    }

    @Test
    void a_taken_port_is_named_at_once() throws Exception {
        try (var other = new ServerSocket(0)) {
            assertThatThrownBy(() -> LocalKafka.start(folder, other.getLocalPort())).isInstanceOf(PortTaken.class)
                    .hasMessageContaining("port " + other.getLocalPort());
        }
    }

    @Test
    void a_broker_that_cannot_start_says_why() {
        var missing = new Application(folder.resolve("nothing-here.jar"), new AotCache(folder.resolve("nothing-here.aot"), List.of()));
        assertThatThrownBy(() -> LocalKafka.start(folder, 0, missing))
                .hasMessageContaining("nothing-here.jar");
    }

    private static void createTopic(LocalKafka kafka) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1))).all().get();
        }
    }

    private static void send(LocalKafka kafka, String value) throws Exception {
        try (var producer = new KafkaProducer<>(Map.of("bootstrap.servers", kafka.bootstrapServers()), new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(KEPT.topic(), "key", value)).get();
        }
    }

    private static List<String> read(LocalKafka kafka) {
        try (var consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", kafka.bootstrapServers()), new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(Set.of(KEPT));
            consumer.seekToBeginning(Set.of(KEPT));
            long end = consumer.endOffsets(Set.of(KEPT)).getOrDefault(KEPT, 0L);
            var values = new ArrayList<String>();
            while (consumer.position(KEPT) < end) {
                consumer.poll(Duration.ofMillis(100)).records(KEPT).forEach(it -> values.add(it.value()));
            }
            return values;
        }
    }
}
