package roster.command.kafka;

import java.nio.charset.StandardCharsets;

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
}
