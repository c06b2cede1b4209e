package roster.command.publisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import roster.command.RunningService;
import roster.command.Team;
import roster.contract.kafka.LogCheckpointsTopic;
import roster.contract.kafka.MemberEventsTopic;
import roster.contract.kafka.MemberStateTopic;

/** Kafka with TLS, SASL and ACLs. The topics exist, and the service may neither create nor change any. */
class SecuredKafkaTest {
    private static final String PRODUCER = "roster-member-state";
    private static final int PARTITIONS = 2;

    @Test
    void all_topics_are_published_with_the_rights_to_write_and_describe(@TempDir Path folder) throws Exception {
        try (var kafka = new SecuredKafka(folder); var admin = kafka.admin()) {
            prepare(admin);
            var settings = new HashMap<>(kafka.settings());
            settings.put("roster.publisher.state.producer", PRODUCER);
            // not needed: the topics are there
            settings.put("ROSTER_KAFKA_REPLICATION", "3");
            try (var service = RunningService.with(settings)) {
                var team = service.teams().founded("secured");
                team.join("grace@navy.example", "developer");

                try (var topic = new Topic(kafka.plain(), team.id())) {
                    assertThat(topic.readUntil(it -> it.size() >= team.events().size())).hasSameSizeAs(team.events());
                }
                PublishedStates.assertPublished(team, kafka.plain());
                assertBeats(service, admin);
                assertPublishedAgain(service, team, kafka.plain());
            }
        }
    }

    /** Without the rights to delete and to read, which make it better. */
    private static void assertPublishedAgain(RunningService service, Team team, String kafka) {
        for (var publisher : List.of(PublisherConfiguration.EVENTS, PublisherConfiguration.STATES)) {
            assertThat(service.client().post("/admin/publishers/" + publisher + "/republish", null).status()).isEqualTo(200);
        }
        try (var topic = new Topic(kafka, team.id())) {
            topic.readUntil(it -> it.size() >= 2 * team.events().size());
        }
        PublishedStates.assertPublished(team, kafka);
    }

    private static void assertBeats(RunningService service, Admin admin) throws Exception {
        var before = endsOfStates(admin);

        service.part(StateBeat.class).beat();

        assertThat(endsOfStates(admin)).zipSatisfy(before, (now, then) -> assertThat(now).isGreaterThan(then));
    }

    private static List<Long> endsOfStates(Admin admin) throws Exception {
        var partitions = IntStream.range(0, PARTITIONS).mapToObj(it -> new TopicPartition(MemberStateTopic.NAME, it)).toList();
        var ends = admin.listOffsets(partitions.stream().collect(Collectors.toMap(it -> it, _ -> OffsetSpec.latest()))).all().get();
        return partitions.stream().map(it -> Objects.requireNonNull(ends.get(it)).offset()).toList();
    }

    private static void prepare(Admin admin) throws Exception {
        admin.createTopics(topics().map(it -> new NewTopic(it, PARTITIONS, (short) 1)).toList()).all().get();
        admin.createAcls(documented()).all().get();
        await().until(() -> admin.listTopics().names().get().containsAll(Set.copyOf(topics().toList())));
    }

    private static Stream<String> topics() {
        return Stream.of(MemberEventsTopic.NAME, MemberStateTopic.NAME, LogCheckpointsTopic.NAME);
    }

    private static List<AclBinding> documented() {
        return Stream.concat(topics().map(it -> SecuredKafka.rights(ResourceType.TOPIC, it, AclOperation.WRITE, AclOperation.DESCRIBE)),
                Stream.of(SecuredKafka.rights(ResourceType.TRANSACTIONAL_ID, PRODUCER, AclOperation.WRITE, AclOperation.DESCRIBE)))
                .flatMap(List::stream).toList();
    }
}
