package roster.systemtest.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.StringSerializer;

import roster.contract.kafka.MemberEventsTopic;
import roster.contract.kafka.MemberStateTopic;

/** Makes Kafka delete old records at once, by retention settings of milliseconds. */
final class ForcedRetention {
    private final String kafka;

    ForcedRetention(String kafka) {
        this.kafka = kafka;
    }

    void begin() throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.incrementalAlterConfigs(Map.of(
                    topic(MemberEventsTopic.NAME), settings(Map.of(TopicConfig.RETENTION_MS_CONFIG, "1")),
                    topic(MemberStateTopic.NAME), settings(Map.of(TopicConfig.SEGMENT_MS_CONFIG, "1",
                            TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, "1", TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG, "0.001"))))
                    .all().get();
        }
    }

    /** Writes a record like command-service does periodically, because Kafka compacts only partitions with new records. */
    void writeStates() throws ExecutionException, InterruptedException {
        try (var producer = new KafkaProducer<>(Map.of("bootstrap.servers", kafka), new StringSerializer(), new StringSerializer())) {
            for (var partition : producer.partitionsFor(MemberStateTopic.NAME)) {
                producer.send(new ProducerRecord<>(MemberStateTopic.NAME, partition.partition(), MemberStateTopic.NOBODY.toString(), null))
                        .get();
            }
        }
    }

    private static ConfigResource topic(String name) {
        return new ConfigResource(ConfigResource.Type.TOPIC, name);
    }

    private static Collection<AlterConfigOp> settings(Map<String, String> settings) {
        List<AlterConfigOp> changes = new ArrayList<>();
        settings.forEach((name, value) -> changes.add(new AlterConfigOp(new ConfigEntry(name, value), OpType.SET)));
        changes.add(new AlterConfigOp(new ConfigEntry(TopicConfig.FILE_DELETE_DELAY_MS_CONFIG, "0"), OpType.SET));
        return changes;
    }
}
