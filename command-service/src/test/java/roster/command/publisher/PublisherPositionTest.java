package roster.command.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import roster.command.kafka.TopicLog;

class PublisherPositionTest {
    private final PublisherPosition known = new PublisherPosition(7, "A", List.of(3L, 0L, 5L), 0, null);

    @Test
    void a_topic_that_has_what_was_acknowledged_has_lost_nothing() {
        assertThat(known.isLostIn(new TopicLog("A", List.of(3L, 0L, 5L), false))).isFalse();
        assertThat(known.isLostIn(new TopicLog("A", List.of(4L, 1L, 6L, 9L), false))).isFalse();
    }

    @Test
    void a_topic_that_ends_before_what_was_acknowledged_or_has_fewer_partitions_has_lost_records() {
        assertThat(known.isLostIn(new TopicLog("A", List.of(3L, 0L, 4L), false))).isTrue();
        assertThat(known.isLostIn(new TopicLog("A", List.of(3L, 0L), false))).isTrue();
    }

    @Test
    void another_topic_of_the_same_name_has_lost_records_however_long_it_is() {
        assertThat(known.isLostIn(new TopicLog("B", List.of(9L, 9L, 9L), false))).isTrue();
    }

    @Test
    void another_topic_has_lost_nothing_when_nothing_was_acknowledged() {
        assertThat(new PublisherPosition(7, "A", List.of(0L, 0L), 0, null).isLostIn(new TopicLog("B", List.of(0L, 0L), true))).isFalse();
    }

    /** A version that stored no ids has published. */
    @Test
    void a_topic_that_was_unknown_has_lost_records_only_when_it_had_to_be_created() {
        var unknown = new PublisherPosition(7, null, List.of(), 0, null);

        assertThat(unknown.isLostIn(new TopicLog("A", List.of(1L), false))).isFalse();
        assertThat(unknown.isLostIn(new TopicLog("A", List.of(0L), true))).isTrue();
        assertThat(new PublisherPosition(0, null, List.of(), 0, null).isLostIn(new TopicLog("A", List.of(0L), true))).isFalse();
    }

    /** Kafka was truncated and written to again before the topic was looked at. */
    @Test
    void an_offset_that_is_given_again_shows_that_records_were_lost() {
        assertThat(known.isLostIn(List.of(acknowledged(0, 3), acknowledged(1, 0)))).isFalse();
        assertThat(known.isLostIn(List.of(acknowledged(0, 3), acknowledged(2, 4)))).isTrue();
    }

    @Test
    void a_batch_is_added_to_what_is_acknowledged() {
        assertThat(known.acknowledged(List.of(acknowledged(0, 3), acknowledged(0, 4), acknowledged(4, 1)))).containsExactly(5L, 0L, 5L, 0L,
                2L);
    }

    private static RecordMetadata acknowledged(int partition, long offset) {
        return new RecordMetadata(new TopicPartition("any", partition), offset, 0, 0, 0, 0);
    }
}
