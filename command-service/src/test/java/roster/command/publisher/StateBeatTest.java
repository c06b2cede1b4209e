package roster.command.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import roster.command.ServiceTest;
import roster.command.Teams;
import roster.contract.kafka.MemberStateTopic;
import roster.local.PerJvm;

@ServiceTest
class StateBeatTest {
    @Autowired StateBeat beat;
    @Autowired Teams teams;

    @Test
    void every_partition_is_written_to_and_no_member_is_told_of() throws Exception {
        var team = teams.founded("beat");
        try (var states = new StateTopic(PerJvm.kafka().bootstrapServers(), team.id());
                var consumer = new KafkaConsumer<>(Map.<String, Object>of("bootstrap.servers", PerJvm.kafka().bootstrapServers()),
                        new StringDeserializer(), new StringDeserializer())) {
            states.readUntil(it -> it.containsKey(team.ada()));
            var partitions = consumer.partitionsFor(MemberStateTopic.NAME).stream()
                    .map(it -> new TopicPartition(it.topic(), it.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            var before = Map.copyOf(consumer.endOffsets(partitions));

            beat.beat();

            assertThat(consumer.endOffsets(partitions))
                    .allSatisfy((partition, end) -> assertThat(end).isGreaterThan(before.get(partition)));
            assertThat(states.readToTheEnd().keySet()).doesNotContain(MemberStateTopic.NOBODY);
        }
    }
}
