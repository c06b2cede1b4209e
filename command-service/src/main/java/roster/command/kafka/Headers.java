package roster.command.kafka;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Headers of records, as text. */
public final class Headers {
    private Headers() {}

    /** Adds no header when the value is null. */
    public static void add(ProducerRecord<?, ?> record, String name, @Nullable Object value) {
        if (value != null) {
            record.headers().add(name, value.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The value of a header, null when there is none. */
    public static @Nullable String text(ConsumerRecord<?, ?> record, String name) {
        return text(record.headers(), name);
    }

    static @Nullable String text(ProducerRecord<?, ?> record, String name) {
        return text(record.headers(), name);
    }

    private static @Nullable String text(org.apache.kafka.common.header.Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** The value of a header that every record has. */
    public static String required(ConsumerRecord<?, ?> record, String name) {
        return Objects.requireNonNull(text(record, name), name);
    }
}
