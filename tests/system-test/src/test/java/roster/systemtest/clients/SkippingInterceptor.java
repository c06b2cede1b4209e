package roster.systemtest.clients;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Withholds events of one type from a consumer. */
public final class SkippingInterceptor implements ConsumerInterceptor<String, String> {
    static final String TYPE = "test.skipped.type";

    private String skipped = "";

    @Override
    public void configure(Map<String, ?> settings) {
        skipped = String.valueOf(settings.get(TYPE));
    }

    @Override
    public ConsumerRecords<String, String> onConsume(ConsumerRecords<String, String> records) {
        var others = records.partitions().stream().collect(Collectors.toMap(it -> it,
                it -> records.records(it).stream().filter(record -> !isSkipped(record)).toList()));
        return new ConsumerRecords<>(others, records.nextOffsets());
    }

    private boolean isSkipped(ConsumerRecord<String, String> record) {
        var type = record.headers().lastHeader("ce_type");
        return type != null && skipped.equals(new String(type.value(), StandardCharsets.UTF_8));
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

    @Override
    public void close() {}
}
