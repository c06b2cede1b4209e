package roster.command.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

import roster.tracing.Traced;
import roster.tracing.Tracing;

/**
 * Sends records strictly in order: one request in flight, without a retry limit. After a failed send the producer is closed at once, so that no
 * later record is sent before; the next batch gets a new one.
 */
public final class RecordProducer implements AutoCloseable {
    private final KafkaClients clients;
    private final Map<String, Object> settings;
    private final boolean exclusive;
    private final RecordSpans spans;
    private final MeterProvider<Timer> batches;
    private final MeterProvider<Counter> sent;
    private @Nullable Producer<String, String> producer;

    /** @param more further settings; with a transactional id, one transaction per batch */
    RecordProducer(KafkaClients clients, String name, Map<String, Object> more, MeterRegistry meters, Tracing tracing) {
        this.clients = clients;
        this.settings = new HashMap<>(Map.of(
                ProducerConfig.CLIENT_ID_CONFIG, name,
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000,
                ProducerConfig.LINGER_MS_CONFIG, 0,
                ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000));
        this.settings.putAll(more);
        this.exclusive = more.containsKey(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
        this.spans = new RecordSpans(tracing);
        this.batches = Timer.builder("roster.kafka.batches").description("batches of records, until Kafka has acknowledged all")
                .withRegistry(meters);
        this.sent = Counter.builder("roster.kafka.records").description("records that Kafka has acknowledged").withRegistry(meters);
    }

    /** False when it was already open. */
    public boolean open() throws PublishingFailed {
        if (producer != null) {
            return false;
        }
        producer = clients.producer(settings);
        try {
            if (exclusive) {
                producer.initTransactions();
            }
            return true;
        } catch (RuntimeException e) {
            close();
            throw new PublishingFailed(e);
        }
    }

    /** Returns when Kafka has acknowledged all records of one topic, with their offsets. Leaves out records that Kafka had already. */
    public List<RecordMetadata> send(List<ProducerRecord<String, String>> records) throws PublishingFailed {
        var topic = records.getFirst().topic();
        var running = spans.begin(records);
        long began = System.nanoTime();
        try {
            var acknowledged = sendAll(records);
            measure(topic, "acknowledged", began);
            sent.withTag("topic", topic).increment(records.size());
            return acknowledged;
        } catch (PublishingFailed e) {
            measure(topic, "failed", began);
            running.forEach(it -> it.failed("not acknowledged"));
            throw e;
        } finally {
            running.forEach(Traced::close);
        }
    }

    private void measure(String topic, String result, long began) {
        batches.withTags("topic", topic, "result", result).record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
    }

    private List<RecordMetadata> sendAll(List<ProducerRecord<String, String>> records) throws PublishingFailed {
        var sending = Objects.requireNonNull(producer, "not open");
        var failure = new AtomicReference<@Nullable Exception>();
        var acknowledged = new ConcurrentLinkedQueue<RecordMetadata>();
        try {
            if (exclusive) {
                sending.beginTransaction();
            }
            for (var record : records) {
                var _ = sending.send(record, (metadata, e) -> {
                    if (e == null) {
                        acknowledged.add(metadata);
                    } else if (failure.compareAndSet(null, e)) {
                        sending.close(Duration.ZERO);
                    }
                });
            }
            if (exclusive) {
                sending.commitTransaction();
            } else {
                sending.flush();
            }
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        }
        var failed = failure.get();
        if (failed != null) {
            close();
            throw new PublishingFailed(failed);
        }
        return acknowledged.stream().filter(RecordMetadata::hasOffset).toList();
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    public static final class PublishingFailed extends Exception {
        PublishingFailed(Exception cause) {
            super("Kafka did not accept the records", cause);
        }
    }
}
