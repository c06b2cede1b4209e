package roster.command.publisher;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
import roster.command.publisher.topic.RememberedTopic;
import roster.command.publisher.topic.TopicMemory;
import roster.command.publisher.topic.TopicUpkeep;
import roster.contract.kafka.MemberEventsTopic;
import roster.eventstore.Epochs;

/**
 * Upkeep of the topic of events. Events on Kafka that the store does not have show that the store was restored from a backup: it begins an epoch
 * if it has not yet, and the topic of states is cleaned.
 */
final class EventUpkeep implements TopicUpkeep {
    private static final String KNOWN = "select event_id from event_store.event where event_id = any (?::uuid[])";
    private static final Logger log = LoggerFactory.getLogger(EventUpkeep.class);

    private final KafkaTopic topic;
    private final TopicReader reader;
    private final JdbcClient jdbc;
    private final TopicMemory memory;
    private final Epochs epochs;

    EventUpkeep(KafkaTopic topic, TopicReader reader, JdbcClient jdbc, TopicMemory memory) {
        this.topic = topic;
        this.reader = reader;
        this.jdbc = jdbc;
        this.memory = memory;
        this.epochs = new Epochs(jdbc);
    }

    @Override
    public boolean isPublishedAgainByItself() {
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
            log.warn("there is no right to delete records of {}: consumers that start at its beginning find newer events first", topic.name());
        }
    }

    @Override
    public void checkSurplus(RememberedTopic known, TopicLog found) {
        try {
            compareSurplus(known, found);
        } catch (AuthorizationException e) {
            log.warn("there is no right to read {}: a restore of the event store from a backup would not be noticed", topic.name());
        }
    }

    private void compareSurplus(RememberedTopic known, TopicLog found) {
        var surplus = new Surplus();
        var store = epochs.storeId().toString();
        reader.read(known.acknowledged(), found.ends(), batch -> surplus.add(batch.stream()
                .filter(it -> store.equals(Headers.text(it, MemberEventsTopic.STORE))).toList()));
        if (surplus.lost > 0) {
            int epoch = epochs.current();
            if (epoch <= surplus.epoch) {
                epoch = epochs.begin(surplus.epoch + 1);
            }
            log.error("the event store was restored from a backup: Kafka has {} events that it does not have; its epoch is {}", surplus.lost,
                    epoch);
            memory.restored(found, surplus.published);
        }
    }

    /** Events on Kafka after those that the store knows to be published. */
    private final class Surplus {
        private final Set<UUID> published = new HashSet<>();
        private long lost;
        private int epoch;

        void add(List<ConsumerRecord<String, @Nullable String>> batch) {
            var ids = batch.stream().map(it -> UUID.fromString(Headers.text(it, MemberEventsTopic.ID))).toArray(UUID[]::new);
            var known = new HashSet<>(jdbc.sql(KNOWN).param(ids).query(UUID.class).list());
            published.addAll(known);
            lost += Arrays.stream(ids).filter(it -> !known.contains(it)).count();
            batch.stream().filter(it -> !known.contains(UUID.fromString(Headers.text(it, MemberEventsTopic.ID))))
                    .forEach(it -> epoch = Math.max(epoch, Epochs.of(Long.parseLong(Headers.text(it, MemberEventsTopic.POSITION)))));
        }
    }
}
