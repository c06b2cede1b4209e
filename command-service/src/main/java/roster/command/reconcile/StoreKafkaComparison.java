package roster.command.reconcile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import roster.command.kafka.TopicReader;
import roster.command.reconcile.StateComparison.Copies;
import roster.contract.kafka.MemberStateTopic;
import roster.eventstore.Epochs;
import roster.eventstore.EventReader;
import roster.eventstore.sealing.DataKeys;
import roster.operation.reconcile.Comparison;
import roster.operation.reconcile.Difference;
import roster.operation.reconcile.Verified;

/**
 * Compares the last record of each member on the topic of states with a fold of the member's events. The topic is read first: a record must be
 * as new as the position that the publisher had before, and is compared with the events up to its own sequence, so that nothing in flight
 * differs.
 */
final class StoreKafkaComparison implements Comparison {
    private static final int CHUNK = 1_000;
    private static final String INVITED = """
            select aggregate_id from event_store.event where sequence_number = 0 and event_type = 'member.invited' and aggregate_id > ?
             order by aggregate_id limit ?""";

    private final JdbcClient jdbc;
    private final EventReader events;
    private final TopicReader topic;
    private final Epochs epochs;
    private final Verified<Copies> verified = new Verified<>();

    StoreKafkaComparison(JdbcClient jdbc, DataKeys keys, TopicReader topic) {
        this.jdbc = jdbc;
        this.events = new EventReader(jdbc, keys);
        this.topic = topic;
        this.epochs = new Epochs(jdbc);
    }

    @Override
    public String pair() {
        return "store-kafka";
    }

    @Override
    public String lock() {
        return "7, 4";
    }

    @Override
    public void compareAll(Pass pass) throws InterruptedException {
        long published = published();
        var states = states(pass);
        for (var after = Optional.of(new UUID(0, 0)); after.isPresent();) {
            var members = jdbc.sql(INVITED).param(after.get()).param(CHUNK).query(UUID.class).list();
            var comparison = new StateComparison(events, verified, published);
            comparison.of(members, states).forEach(pass::found);
            members.forEach(states::remove);
            pass.rest(members.size());
            after = members.size() < CHUNK ? Optional.empty() : Optional.of(members.getLast());
        }
        states.forEach((member, state) -> {
            if (state.isOfThisStore() && !state.hasEnded()) {
                pass.found(new Difference(member, "Kafka has a member without events"));
            }
        });
    }

    private long published() {
        return jdbc.sql("select position from command.subscription where name = 'state-publisher'").query(Long.class).optional()
                .orElse(-1L);
    }

    private Map<UUID, PublishedState> states(Pass pass) throws InterruptedException {
        var store = epochs.storeId();
        var states = new HashMap<UUID, PublishedState>();
        topic.readAll(batch -> {
            for (var record : batch) {
                member(record).ifPresent(it -> states.put(it, PublishedState.of(record, store)));
            }
            pass.rest(batch.size());
        });
        return states;
    }

    private static Optional<UUID> member(ConsumerRecord<String, @Nullable String> record) {
        try {
            return Optional.of(UUID.fromString(record.key())).filter(it -> !it.equals(MemberStateTopic.NOBODY));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The topic cannot be read by key: what has differed is compared in the next pass. */
    @Override
    public List<Difference> compareAgain(List<Difference> known) {
        return known;
    }
}
