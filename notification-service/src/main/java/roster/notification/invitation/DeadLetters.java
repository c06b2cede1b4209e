package roster.notification.invitation;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/** Copies unreadable records to the dead-letter topic, so that later records are processed. */
@Component
final class DeadLetters {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

    private final KafkaTemplate<byte[], byte @Nullable []> kafka;
    private final KafkaAdmin admin;
    private final NewTopic topic;
    private final Counter count;

    DeadLetters(KafkaTemplate<byte[], byte @Nullable []> kafka, KafkaAdmin admin, NewTopic topic, MeterRegistry meters) {
        this.kafka = kafka;
        this.admin = admin;
        this.topic = topic;
        this.count = Counter.builder("roster.dead.letters").description("records that could not be read").register(meters);
    }

    /** Returns when Kafka has acknowledged all; otherwise throws, and some may have been written. */
    void add(List<DeadLetter> letters) {
        if (letters.isEmpty()) {
            return;
        }
        // Kafka, and thus the topic, may not have been available at startup
        admin.createOrModifyTopics(topic);
        var sent = letters.stream().map(it -> kafka.send(it.toRecord())).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(sent).orTimeout(LONGEST.toMillis(), TimeUnit.MILLISECONDS).join();
        letters.forEach(it -> log.warn("{} cannot be read and went to the dead letters", it.place()));
        count.increment(letters.size());
    }
}
