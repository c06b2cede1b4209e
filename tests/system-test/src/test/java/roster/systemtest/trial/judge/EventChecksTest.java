package roster.systemtest.trial.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import roster.systemtest.running.KafkaRecords.Fact;
import roster.systemtest.trial.faults.Struck;
import roster.systemtest.trial.judge.StoredEvent.Mail;

/** Stores, topics and feeds, each with one defect. */
class EventChecksTest {
    private static final List<StoredEvent> STORE = List.of(stored("a0", "a", 0), stored("b0", "b", 0), stored("a1", "a", 1));
    private static final List<Fact> KAFKA = List.of(fact("b0", "b", 0), fact("a0", "a", 0), fact("a0", "a", 0), fact("a1", "a", 1));
    private static final List<String> FEED = List.of("a0", "b0", "a1");

    @Test
    void records_may_come_again_and_keys_in_any_order() {
        assertThat(OrderCheck.faults(STORE, KAFKA)).isEmpty();
        assertThat(SameEventsCheck.faults(STORE, KAFKA, FEED)).isEmpty();
        assertThat(OrderCheck.repeats(KAFKA)).isEqualTo(1);
    }

    @Test
    void a_gap_in_the_store_or_on_kafka_is_named() {
        assertThat(OrderCheck.faults(List.of(stored("a0", "a", 0), stored("a2", "a", 2)), KAFKA)).singleElement().asString()
                .contains("in the store", "a2");
        assertThat(OrderCheck.faults(STORE, List.of(fact("a1", "a", 1), fact("b0", "b", 0)))).singleElement().asString()
                .contains("on Kafka", "a 1");
    }

    @Test
    void a_sequence_twice_in_the_store_is_named() {
        assertThat(OrderCheck.faults(List.of(stored("a0", "a", 0), stored("x", "a", 0)), KAFKA)).singleElement().asString().contains("x");
    }

    @Test
    void an_event_that_kafka_or_the_feed_lacks_is_named() {
        assertThat(SameEventsCheck.faults(STORE, KAFKA.subList(0, 3), FEED)).containsExactly("missing on Kafka: event a1");
        assertThat(SameEventsCheck.faults(STORE, KAFKA, List.of("a0", "a1"))).contains("missing in the feed: event b0");
    }

    @Test
    void an_event_that_the_store_lacks_is_named() {
        var more = Stream.concat(KAFKA.stream(), Stream.of(fact("c0", "c", 0))).toList();

        assertThat(SameEventsCheck.faults(STORE, more, FEED)).containsExactly("missing in the store, but on Kafka: event c0");
        assertThat(SameEventsCheck.faults(STORE, KAFKA, List.of("a0", "b0", "a1", "c0")))
                .contains("missing in the store, but in the feed: event c0");
    }

    @Test
    void a_feed_in_another_order_or_with_repeats_is_a_fault() {
        assertThat(SameEventsCheck.faults(STORE, KAFKA, List.of("b0", "a0", "a1"))).hasSize(1);
        assertThat(SameEventsCheck.faults(STORE, KAFKA, List.of("a0", "a0", "b0", "a1"))).hasSize(1);
    }

    @Test
    void views_that_differ_from_their_events_and_members_that_are_not_as_their_client_knows_are_faults() {
        assertThat(ViewCheck.faults("verified", List.of(), Set.of())).isEmpty();
        assertThat(ViewCheck.faults("different", List.of(), Set.of())).containsExactly("the views are different");
        assertThat(ViewCheck.faults("verified", List.of(), Set.of("grace active"))).containsExactly("query-service shows grace active");
    }

    @Test
    void a_process_has_20_seconds_or_more_on_an_overloaded_machine() {
        assertThat(RecoveryCheck.faults(List.of(ready(20, 0.5), ready(50, 3)))).isEmpty();
        assertThat(RecoveryCheck.faults(List.of(ready(21, 0.5), ready(61, 3)))).hasSize(2);
    }

    private static Struck ready(int seconds, double load) {
        return new Struck("kill", List.of("Kafka"), "gone", Instant.EPOCH, Instant.EPOCH, Duration.ofSeconds(seconds), load);
    }

    private static StoredEvent stored(String id, String aggregate, long sequence) {
        return new StoredEvent(1, id, aggregate, sequence, "member.invited", "c", "r", Mail.NONE);
    }

    private static Fact fact(String id, String key, long sequence) {
        return new Fact(key, id, "roster.member.invited", sequence, "{}");
    }
}
