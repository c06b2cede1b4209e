package roster.command.publisher;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
import roster.command.publisher.topic.RememberedTopic;
import roster.command.publisher.topic.TopicUpkeep;
import roster.contract.kafka.MemberStateTopic;
import roster.eventstore.Epochs;

/** Upkeep of the topic of states. Members that only the topic knows, after a restore of the event store, get tombstones. */
final class StateUpkeep implements TopicUpkeep {
    private static final String KNOWN = "select distinct aggregate_id from event_store.event where aggregate_id = any (?::uuid[])";
    private static final Logger log = LoggerFactory.getLogger(StateUpkeep.class);

    private final TopicReader reader;
    private final RecordProducer producer;
    private final JdbcClient jdbc;
    private final Epochs epochs;

    StateUpkeep(TopicReader reader, RecordProducer producer, JdbcClient jdbc) {
        this.reader = reader;
        this.producer = producer;
        this.jdbc = jdbc;
        this.epochs = new Epochs(jdbc);
    }

    @Override
    public boolean isPublishedAgainByItself() {
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
        var store = epochs.storeId();
        var ghosts = new HashMap<String, ConsumerRecord<String, @Nullable String>>();
        reader.read(List.of(), found.ends(), batch -> ghosts.putAll(unknown(batch.stream()
                .filter(it -> store.toString().equals(Headers.text(it, MemberStateTopic.STORE))).toList())));
        ghosts.values().removeIf(it -> it.value() == null);
        if (!ghosts.isEmpty()) {
            log.warn("{} members on {} are not in the event store; they get tombstones", ghosts.size(), MemberStateTopic.NAME);
            int epoch = epochs.current();
            producer.send(ghosts.values().stream().map(it -> tombstone(it, epoch, store)).toList());
        }
    }

    private Map<String, ConsumerRecord<String, @Nullable String>> unknown(List<ConsumerRecord<String, @Nullable String>> batch) {
        var members = batch.stream().map(it -> UUID.fromString(it.key())).toArray(UUID[]::new);
        var known = new HashSet<>(jdbc.sql(KNOWN).param(members).query(UUID.class).list());
        var unknown = new HashMap<String, ConsumerRecord<String, @Nullable String>>();
        batch.stream().filter(it -> !known.contains(UUID.fromString(it.key()))).forEach(it -> unknown.put(it.key(), it));
        return unknown;
    }

    private static ProducerRecord<String, String> tombstone(ConsumerRecord<String, @Nullable String> last, int epoch, UUID store) {
        var record = new ProducerRecord<String, String>(MemberStateTopic.NAME, last.key(), null);
        for (var header : List.of(MemberStateTopic.SEQUENCE, MemberStateTopic.POSITION, MemberStateTopic.ORGANIZATION)) {
            Headers.add(record, header, Headers.text(last, header));
        }
        Headers.add(record, MemberStateTopic.EPOCH, epoch);
        Headers.add(record, MemberStateTopic.STORE, store);
        return record;
    }

    /** States that were published without being acknowledged are published again, or have been replaced. */
    @Override
    public void checkSurplus(RememberedTopic known, TopicLog found) {}
}
