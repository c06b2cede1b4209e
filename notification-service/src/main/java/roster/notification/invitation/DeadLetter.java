package roster.notification.invitation;

import java.nio.charset.StandardCharsets;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

import roster.contract.kafka.MemberEventsTopic;

/** An unreadable record and the reason. Contains the original record, or only its position if it is too large to be copied. */
record DeadLetter(ConsumerRecord<byte[], byte @Nullable []> record, String reason) {
    static final String REASON = "dlt_reason";
    static final String TOPIC = "dlt_topic";
    static final String PARTITION = "dlt_partition";
    static final String OFFSET = "dlt_offset";
    static final String SIZE = "dlt_size";

    /** Well below the default record limit of a topic. */
    private static final int LARGEST_COPY = 512 * 1024;
    private static final int LONGEST_REASON = 1_000;

    ProducerRecord<byte[], byte @Nullable []> toRecord() {
        int size = size();
        boolean copied = size <= LARGEST_COPY;
        var letter = new ProducerRecord<byte[], byte @Nullable []>(MemberEventsTopic.DEAD_LETTERS, null,
                copied ? record.key() : null, copied ? record.value() : null, copied ? record.headers() : null);
        add(letter.headers(), REASON, reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
        add(letter.headers(), TOPIC, record.topic());
        add(letter.headers(), PARTITION, record.partition());
        add(letter.headers(), OFFSET, record.offset());
        add(letter.headers(), SIZE, size);
        return letter;
    }

    private int size() {
        int size = Math.max(0, record.serializedKeySize()) + Math.max(0, record.serializedValueSize());
        for (var header : record.headers()) {
            size += header.key().length() + (header.value() == null ? 0 : header.value().length);
        }
        return size;
    }

    private static void add(Headers headers, String name, Object value) {
        headers.add(name, value.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Topic, partition and offset of the record, without its content. */
    String place() {
        return record.topic() + "-" + record.partition() + "@" + record.offset();
    }
}
