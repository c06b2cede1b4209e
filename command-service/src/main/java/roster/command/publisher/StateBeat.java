package roster.command.publisher;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import roster.command.kafka.Headers;
import roster.command.kafka.KafkaClients;
import roster.contract.kafka.MemberStateTopic;

/**
 * Writes a tombstone for a nonexistent member to every partition of the topic of states periodically. Kafka closes and compacts a segment only
 * when a record is written, so personal data would stay forever in a partition without new records.
 */
@Component
class StateBeat {
    /** Maximum time for which a state may exist after its compaction lag. */
    static final Duration SLACK = Duration.ofHours(12);
    private static final String INTERVAL = "PT6H";
    /** After the publisher has created the topic. */
    private static final String FIRST = "PT30M";
    private static final Logger log = LoggerFactory.getLogger(StateBeat.class);

    private final KafkaClients kafka;

    StateBeat(KafkaClients kafka) {
        this.kafka = kafka;
    }

    @Scheduled(initialDelayString = FIRST, fixedDelayString = INTERVAL)
    void beat() throws InterruptedException {
        try (var producer = kafka.producer(Map.of(ProducerConfig.CLIENT_ID_CONFIG, "roster-state-beat"))) {
            for (var partition : producer.partitionsFor(MemberStateTopic.NAME)) {
                producer.send(nobody(partition.partition())).get();
            }
        } catch (ExecutionException | KafkaException e) {
            log.warn("cannot write to the topic of states, so Kafka may compact it later: {}", e.getMessage());
        }
    }

    private static ProducerRecord<String, String> nobody(int partition) {
        var record = new ProducerRecord<String, String>(MemberStateTopic.NAME, partition, MemberStateTopic.NOBODY.toString(), null);
        Headers.add(record, MemberStateTopic.SEQUENCE, 0);
        Headers.add(record, MemberStateTopic.POSITION, 0);
        Headers.add(record, MemberStateTopic.ORGANIZATION, MemberStateTopic.NOBODY);
        return record;
    }
}
