package roster.command.publisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import roster.command.RunningService;
import roster.command.Team;
import roster.contract.kafka.LogCheckpointsTopic;
import roster.contract.kafka.MemberEventsTopic;
import roster.contract.kafka.MemberStateTopic;

/**
 * Kafka with TLS, SASL and ACLs, and PostgreSQL with TLS. The topics exist, and the service may neither create nor change any.
 */
class SecuredServersTest {
    private static final String PRODUCER = "roster-member-state";
    private static final int PARTITIONS = 2;

    @TempDir private static Path folder;
    private static SecuredKafka kafka;
    private static Admin admin;
    private static SecuredPostgres postgres;
    private static RunningService service;

    @BeforeAll
    static void start() throws Exception {
        kafka = new SecuredKafka(folder);
        admin = kafka.admin();
        prepare(admin);
        postgres = new SecuredPostgres(folder);
        var settings = new HashMap<>(kafka.settings());
        settings.putAll(postgres.settings());
        settings.put("roster.publisher.state.producer", PRODUCER);
        // not needed: the topics are there
        settings.put("ROSTER_KAFKA_REPLICATION", "3");
        service = RunningService.with(settings);
    }

    @AfterAll
    static void stop() {
        service.close();
        postgres.close();
        admin.close();
        kafka.close();
    }

    @Test
    void all_topics_are_published_with_the_rights_to_write_and_describe() throws Exception {
        var team = service.teams().founded("secured");
        team.join("grace@navy.example", "developer");

        try (var topic = new Topic(kafka.plain(), team.id())) {
            assertThat(topic.readUntil(it -> it.size() >= team.events().size())).hasSameSizeAs(team.events());
        }
        PublishedStates.assertPublished(team, kafka.plain());
        assertBeats(service, admin);
        assertPublishedAgain(service, team, kafka.plain());
    }

    @Test
    void all_connections_to_a_postgresql_that_is_verified_are_encrypted() {
        service.teams().founded("encrypted");

        await().untilAsserted(() -> assertThat(postgres.sessions()).containsKeys("command-service", "command-service notifications",
                "command-service notifier", "command-service publisher", "command-service watch").doesNotContainValue(false));
    }

    @ParameterizedTest
    @EnumSource(names = "RIGHT", mode = EnumSource.Mode.EXCLUDE)
    void a_postgresql_that_cannot_be_verified_gets_no_connection(SecuredPostgres.Certificate certificate) throws Exception {
        var team = service.teams().founded(certificate.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        postgres.present(certificate);
        try {
            await().untilAsserted(() -> {
                postgres.endSessions();
                assertThat(team.invite("grace@navy.example", "developer").status()).isEqualTo(503);
                assertThat(postgres.sessions()).isEmpty();
            });
            await().untilAsserted(() -> assertThat(service.client().manage("/actuator/health/readers").raw())
                    .contains("STANDING_STILL", "standstill"));
        } finally {
            postgres.present(SecuredPostgres.Certificate.RIGHT);
        }
        await().untilAsserted(() -> assertThat(team.invite("jean@navy.example", "developer").status()).isEqualTo(201));
        await().untilAsserted(() -> assertThat(service.client().manage("/actuator/health/readers").status()).isEqualTo(200));
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
