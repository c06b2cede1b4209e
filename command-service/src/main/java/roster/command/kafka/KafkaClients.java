package roster.command.kafka;

import java.util.HashMap;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;

import roster.tracing.Tracing;

/** Makes all Kafka clients of this service, with addresses, TLS and SASL of {@code spring.kafka}. */
@Component
public final class KafkaClients implements AutoCloseable {
    private final Map<String, Object> producers;
    private final Map<String, Object> consumers;
    private final Map<String, Object> admins;
    private final MeterRegistry meters;
    private final Tracing tracing;
    private @Nullable Admin admin;

    KafkaClients(ProducerFactory<?, ?> producers, ConsumerFactory<?, ?> consumers, KafkaAdmin admin, MeterRegistry meters,
            Tracing tracing) {
        this.producers = producers.getConfigurationProperties();
        this.consumers = new HashMap<>(consumers.getConfigurationProperties());
        this.consumers.putAll(Map.of(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest", ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000, ConsumerConfig.CLIENT_ID_CONFIG, "roster-publisher-reader"));
        this.admins = admin.getConfigurationProperties();
        this.meters = meters;
        this.tracing = tracing;
    }

    /** A producer with settings beyond those of the configuration. */
    public Producer<String, String> producer(Map<String, Object> settings) {
        var all = new HashMap<>(producers);
        all.putAll(settings);
        return new KafkaProducer<>(all, new StringSerializer(), new StringSerializer());
    }

    /** A producer that may send at the same time as others. */
    public RecordProducer shared(String name) {
        return new RecordProducer(this, name, Map.of(), meters, tracing);
    }

    /** A producer that is fenced as soon as another instance opens one of the same name. Records in flight are then rejected as well. */
    public RecordProducer exclusive(String name) {
        return new RecordProducer(this, name, Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, name), meters, tracing);
    }

    public TopicReader reader(String topic) {
        return new TopicReader(consumers, topic);
    }

    /** A reader that does not see records of transactions that were aborted or are in flight. */
    public TopicReader readerOfCommitted(String topic) {
        var settings = new HashMap<>(consumers);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return new TopicReader(settings, topic);
    }

    public KafkaTopic topic(NewTopic settings) {
        return new KafkaTopic(this::admin, settings);
    }

    /** Made at its first use, because it fails while the name of no broker can be resolved, and commands do not need Kafka. */
    private synchronized Admin admin() {
        var made = admin == null ? Admin.create(admins) : admin;
        admin = made;
        return made;
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close();
        }
    }
}
