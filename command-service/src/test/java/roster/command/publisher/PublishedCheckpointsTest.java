package roster.command.publisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

import roster.command.Client;
import roster.command.FreshDatabase;
import roster.command.ServiceTest;
import roster.contract.kafka.LogCheckpointsTopic;
import roster.local.PerJvm;

@ServiceTest
class PublishedCheckpointsTest {
    private static final String ORIGIN = "roster.localhost/log";

    @Autowired private Environment environment;
    @Autowired private JdbcClient jdbc;
    @Autowired private Client client;

    private JdbcClient owner;

    @BeforeEach
    void own() {
        owner = JdbcClient.create(FreshDatabase.asOwner(environment));
    }

    private String sign(long size) {
        var note = ORIGIN + "\n" + size + "\nqTj7vJ5Y\n\n\u2014 " + ORIGIN + " U97itcoF\n";
        owner.sql(
                "insert into record_log.checkpoint (size, epoch, position, note, signed_at) values (?, 0, ?, ?, '2026-03-02T10:15:30.123Z')")
                .param(size).param(size + 100).param(note).update();
        return note;
    }

    private List<ConsumerRecord<String, String>> published() {
        var store = jdbc.sql("select store_id from event_store.store").query(UUID.class).single().toString();
        var records = new ArrayList<ConsumerRecord<String, String>>();
        try (var consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", PerJvm.kafka().bootstrapServers()), new StringDeserializer(),
                new StringDeserializer())) {
            var only = new TopicPartition(LogCheckpointsTopic.NAME, 0);
            assertThat(consumer.partitionsFor(LogCheckpointsTopic.NAME)).as("all checkpoints are in order").hasSize(1);
            consumer.assign(List.of(only));
            consumer.seekToBeginning(List.of(only));
            long end = Objects.requireNonNull(consumer.endOffsets(List.of(only)).get(only));
            while (consumer.position(only) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records.stream().filter(it -> store.equals(header(it, LogCheckpointsTopic.STORE))).toList();
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Test
    void each_checkpoint_is_published_as_it_was_signed_and_again_when_an_operator_says_so() {
        var first = sign(7);
        await().untilAsserted(() -> assertThat(published()).extracting(ConsumerRecord::value).containsExactly(first));
        var notes = List.of(first, sign(9), sign(30));

        await().untilAsserted(() -> assertThat(published()).extracting(ConsumerRecord::value).isEqualTo(notes));

        var newest = published().getLast();
        assertThat(newest.key()).isEqualTo(ORIGIN);
        assertThat(StreamSupport.stream(newest.headers().spliterator(), false).map(it -> it.key() + ": " + header(newest, it.key())))
                .startsWith("content-type: text/plain;charset=UTF-8", "size: 30", "position: 130", "signedat: 2026-03-02T10:15:30.123Z",
                        "epoch: 0");
        await().untilAsserted(() -> {
            var reader = client.manage("/actuator/health/readers").body().at("/components/reading/details/checkpoint-publisher");
            assertThat(reader.path("position").asLong()).isEqualTo(30);
            assertThat(reader.path("lag").asLong()).isZero();
        });
        assertThat(client.post("/admin/publishers/checkpoint-publisher/republish", null).status()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(published()).hasSize(6));
        assertThat(published().subList(3, 6)).extracting(ConsumerRecord::value).isEqualTo(notes);
    }
}
