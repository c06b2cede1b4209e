package roster.command.publisher;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

import roster.contract.event.RecordedEvent;

/**
 * Sends events in order or not at all: one request in flight, for as long as it takes. After a failed send the producer is closed at
 * once, lest a later event overtake; the next batch gets a new one.
 */
final class EventProducer implements AutoCloseable {
    private final String bootstrapServers;
    private @Nullable Producer<String, String> producer;

    EventProducer(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Returns when Kafka has acknowledged every one. */
    void send(List<RecordedEvent> events) throws PublishingFailed {
        var sending = open();
        var failure = new AtomicReference<@Nullable Exception>();
        try {
            for (var event : events) {
                var _ = sending.send(CloudEvents.producerRecord(event), (_, e) -> {
                    if (e != null && failure.compareAndSet(null, e)) {
                        sending.close(Duration.ZERO);
                    }
                });
            }
            sending.flush();
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        }
        var failed = failure.get();
        if (failed != null) {
            close();
            throw new PublishingFailed(failed);
        }
    }

    private Producer<String, String> open() {
        if (producer == null) {
            producer = new KafkaProducer<>(Map.of(
                    ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                    ProducerConfig.CLIENT_ID_CONFIG, "roster-publisher",
                    ProducerConfig.ACKS_CONFIG, "all",
                    ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                    ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1,
                    ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE,
                    ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000,
                    ProducerConfig.LINGER_MS_CONFIG, 0,
                    ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000), new StringSerializer(), new StringSerializer());
        }
        return producer;
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    static final class PublishingFailed extends Exception {
        PublishingFailed(Exception cause) {
            super("Kafka did not take the events", cause);
        }
    }
}
