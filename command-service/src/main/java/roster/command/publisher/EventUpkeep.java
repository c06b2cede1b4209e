package roster.command.publisher;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.AuthorizationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import roster.command.kafka.Headers;
import roster.command.kafka.KafkaTopic;
import roster.command.kafka.TopicLog;
import roster.command.kafka.TopicReader;
import roster.contract.kafka.MemberEventsTopic;
import roster.eventstore.Epochs;

/**
 * Upkeep of the topic of events. Events on Kafka that the store does not have show that the store was restored from a backup: it begins an
 * epoch, if it has not yet.
 */
final class EventUpkeep implements PublishedTopic.Upkeep {
    private static final String KNOWN = "select event_id from event_store.event where event_id = any (?::uuid[])";
    private static final Logger log = LoggerFactory.getLogger(EventUpkeep.class);

    private final KafkaTopic topic;
    private final TopicReader reader;
    private final JdbcClient jdbc;
    private final Epochs epochs;

    EventUpkeep(KafkaTopic topic, TopicReader reader, JdbcClient jdbc, Epochs epochs) {
        this.topic = topic;
        this.reader = reader;
        this.jdbc = jdbc;
        this.epochs = epochs;
    }

    @Override
    public boolean isRepeatedByItself() {
        return false;
    }

    /** Deletes all records, so that those of each key are in order from the first one on. */
    @Override
    public void prepare(TopicLog found) throws ExecutionException, InterruptedException {
        try {
            topic.empty(found);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof AuthorizationException)) {
                throw e;
            }
            log.warn("there is no right to delete records of {}: consumers that start at its beginning find newer events first",
                    topic.name());
        }
    }

    @Override
    public void compare(List<Long> starts, TopicLog found) {
        try {
            reader.read(starts, found.ends(), this::compare);
        } catch (AuthorizationException e) {
            log.warn("there is no right to read {}: a restore of the event store from a backup would not be noticed", topic.name());
        }
    }

    private void compare(List<ConsumerRecord<String, @Nullable String>> batch) {
        var store = epochs.storeId().toString();
        var own = batch.stream().filter(it -> store.equals(Headers.text(it, MemberEventsTopic.STORE))).toList();
        var known = new HashSet<>(jdbc.sql(KNOWN).param(own.stream().map(EventUpkeep::id).toArray(UUID[]::new)).query(UUID.class).list());
        own.stream().filter(it -> !known.contains(id(it))).mapToInt(EventUpkeep::epoch).max().ifPresent(this::requireEpochAfter);
    }

    private void requireEpochAfter(int lost) {
        int current = epochs.current();
        log.error("the event store was restored from a backup: Kafka has events that it does not have; its epoch is {}",
                current > lost ? current : epochs.begin(lost + 1));
    }

    private static UUID id(ConsumerRecord<?, ?> record) {
        return UUID.fromString(Headers.required(record, MemberEventsTopic.ID));
    }

    private static int epoch(ConsumerRecord<?, ?> record) {
        return Integer.parseInt(Headers.required(record, MemberEventsTopic.EPOCH));
    }
}
