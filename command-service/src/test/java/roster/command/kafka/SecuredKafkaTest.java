package roster.command.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import roster.command.RunningService;
import roster.command.Team;
import roster.command.publisher.PublishedStates;
import roster.command.publisher.Topic;
import roster.contract.kafka.MemberEventsTopic;
import roster.contract.kafka.MemberStateTopic;

/** Kafka with TLS, SASL and ACLs. The topics exist, and the service may neither create nor change any. */
class SecuredKafkaTest {
    private static final String PRODUCER = "roster-member-state";

    @Test
    void both_topics_are_published_with_the_rights_to_write_and_describe(@TempDir Path folder) throws Exception {
        try (var kafka = new SecuredKafka(folder)) {
            prepare(kafka);
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
                assertPublishedAgain(service, team, kafka);
            }
        }
    }

    /** Without the rights to delete and to read, which make it better. */
    private static void assertPublishedAgain(RunningService service, Team team, SecuredKafka kafka) {
        for (var publisher : List.of("publisher", "state-publisher")) {
            assertThat(service.client().post("/admin/publishers/" + publisher + "/republish", null).status()).isEqualTo(200);
        }
        try (var topic = new Topic(kafka.plain(), team.id())) {
            topic.readUntil(it -> it.size() >= 2 * team.events().size());
        }
        PublishedStates.assertPublished(team, kafka.plain());
    }

    private static void prepare(SecuredKafka kafka) throws Exception {
        try (var admin = kafka.admin()) {
            admin.createTopics(Stream.of(MemberEventsTopic.NAME, MemberStateTopic.NAME).map(it -> new NewTopic(it, 2, (short) 1)).toList())
                    .all().get();
            admin.createAcls(documented()).all().get();
            await().until(() -> admin.listTopics().names().get().containsAll(Set.of(MemberEventsTopic.NAME, MemberStateTopic.NAME)));
        }
    }

    private static List<AclBinding> documented() {
        return Stream.of(
                SecuredKafka.rights(ResourceType.TOPIC, MemberEventsTopic.NAME, AclOperation.WRITE, AclOperation.DESCRIBE),
                SecuredKafka.rights(ResourceType.TOPIC, MemberStateTopic.NAME, AclOperation.WRITE, AclOperation.DESCRIBE),
                SecuredKafka.rights(ResourceType.TRANSACTIONAL_ID, PRODUCER, AclOperation.WRITE, AclOperation.DESCRIBE))
                .flatMap(List::stream).toList();
    }
}
