package roster.command.publisher;

import java.util.List;
import java.util.UUID;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

import roster.contract.stored.RecordedEvent;
import roster.eventstore.Epochs;

/** Records with all events. */
final class Events implements Publication {
    private final Epochs epochs;
    private @Nullable UUID store;

    Events(Epochs epochs) {
        this.epochs = epochs;
    }

    @Override
    public List<ProducerRecord<String, String>> records(List<RecordedEvent> events, long upTo) {
        var from = store == null ? epochs.storeId() : store;
        store = from;
        return events.stream().map(it -> CloudEvents.producerRecord(it, from)).toList();
    }
}
