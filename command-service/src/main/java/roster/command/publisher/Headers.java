package roster.command.publisher;

import java.nio.charset.StandardCharsets;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** The headers of a record, as text. */
final class Headers {
    private Headers() {}

    /** None when there is nothing to say. */
    static void add(ProducerRecord<?, ?> record, String name, @Nullable Object value) {
        if (value != null) {
            record.headers().add(name, value.toString().getBytes(StandardCharsets.UTF_8));
        }
    }
}
