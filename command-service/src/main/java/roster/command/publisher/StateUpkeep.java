package roster.command.publisher;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.AuthorizationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import roster.command.kafka.Headers;
import roster.command.kafka.RecordProducer;
import roster.command.kafka.RecordProducer.PublishingFailed;
import roster.command.kafka.TopicLog;
import roster.command.kafka.TopicReader;
import roster.contract.kafka.MemberStateTopic;
import roster.eventstore.Epochs;

/** Upkeep of the topic of states. Members that only the topic has, after a restore of the event store, get tombstones. */
final class StateUpkeep implements PublishedTopic.Upkeep {
    private static final String KNOWN = "select distinct aggregate_id from event_store.event where aggregate_id = any (?::uuid[])";
    private static final Logger log = LoggerFactory.getLogger(StateUpkeep.class);

    private final TopicReader reader;
    private final RecordProducer producer;
    private final PublisherLease lease;
    private final JdbcClient jdbc;
    private final Epochs epochs;

    StateUpkeep(TopicReader reader, RecordProducer producer, PublisherLease lease, JdbcClient jdbc, Epochs epochs) {
        this.reader = reader;
        this.producer = producer;
        this.lease = lease;
        this.jdbc = jdbc;
        this.epochs = epochs;
    }

    @Override
    public boolean isRepeatedByItself() {
        return true;
    }

    @Override
    public void prepare(TopicLog found) throws PublishingFailed {
        try {
            endGhosts(found);
        } catch (AuthorizationException e) {
            log.warn("there is no right to read {}: members that are not in the event store stay there", MemberStateTopic.NAME);
        }
    }

    private void endGhosts(TopicLog found) throws PublishingFailed {
        var ghosts = new HashMap<String, ConsumerRecord<String, @Nullable String>>();
        reader.read(List.of(), found.ends(), batch -> {
            lease.take(); // reading may take longer than the lease
            unknown(batch).forEach(it -> ghosts.put(it.key(), it));
        });
        ghosts.values().removeIf(it -> it.value() == null);
        if (!ghosts.isEmpty()) {
            log.warn("{} members on {} are not in the event store; they get tombstones", ghosts.size(), MemberStateTopic.NAME);
            int epoch = epochs.current();
            producer.send(ghosts.values().stream().map(it -> tombstone(it, epoch)).toList());
        }
    }

    private List<ConsumerRecord<String, @Nullable String>> unknown(List<ConsumerRecord<String, @Nullable String>> batch) {
        var store = epochs.storeId().toString();
        var own = batch.stream().filter(it -> store.equals(Headers.text(it, MemberStateTopic.STORE))).toList();
        var known = new HashSet<>(jdbc.sql(KNOWN).param(own.stream().map(it -> UUID.fromString(it.key())).toArray(UUID[]::new))
                .query(UUID.class).list());
        return own.stream().filter(it -> !known.contains(UUID.fromString(it.key()))).toList();
    }

    private static ProducerRecord<String, String> tombstone(ConsumerRecord<String, @Nullable String> last, int epoch) {
        var record = new ProducerRecord<String, String>(MemberStateTopic.NAME, last.key(), null);
        for (var header : List.of(MemberStateTopic.SEQUENCE, MemberStateTopic.POSITION, MemberStateTopic.STORE,
                MemberStateTopic.ORGANIZATION)) {
            Headers.add(record, header, Headers.text(last, header));
        }
        Headers.add(record, MemberStateTopic.EPOCH, epoch);
        return record;
    }

    /** States that were sent without being acknowledged are published again, or have been replaced. */
    @Override
    public void compare(List<Long> starts, TopicLog found) {}
}
