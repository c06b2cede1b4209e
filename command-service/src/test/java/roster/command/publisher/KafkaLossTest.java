package roster.command.publisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;

import io.cloudevents.CloudEvent;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.FileSystemUtils;

import roster.command.Client.Response;
import roster.command.RunningService;
import roster.command.Team;
import roster.contract.kafka.MemberEventsTopic;
import roster.contract.kafka.MemberStateTopic;
import roster.contract.stored.RecordedEvent;
import roster.local.kafka.LocalKafka;

/** Kafka loses records that it had acknowledged. */
@ExtendWith(OutputCaptureExtension.class)
class KafkaLossTest {
    @TempDir private static Path folder;
    private static LocalKafka kafka;
    private static RunningService service;

    @BeforeAll
    static void start() {
        kafka = LocalKafka.start(folder, 0);
        service = RunningService.publishingTo(kafka.bootstrapServers());
    }

    @AfterAll
    static void end() {
        service.close();
        kafka.close();
    }

    @Test
    void after_its_data_was_deleted_all_is_published_again(CapturedOutput output) throws Exception {
        var team = published("emptied");
        kafka.kill();
        FileSystemUtils.deleteRecursively(folder.resolve("data"));
        kafka.start();

        assertNoticedAndMended(team, output);
    }

    /** Kafka still knows the topics, but not what was in them. */
    @Test
    void after_a_disk_was_replaced_all_is_published_again(CapturedOutput output) throws Exception {
        var team = published("replaced");
        kafka.kill();
        deletePartitions();
        kafka.start();

        assertNoticedAndMended(team, output);
    }

    @Test
    void after_the_topics_were_deleted_all_is_published_again(CapturedOutput output) throws Exception {
        var team = published("deleted");
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.deleteTopics(List.of(MemberEventsTopic.NAME, MemberStateTopic.NAME)).all().get();
        }

        assertNoticedAndMended(team, output);
    }

    @Test
    void what_is_published_again_without_a_loss_is_complete_and_in_order() {
        var team = published("once-more");

        assertThat(republish().status()).isEqualTo(200);

        await().untilAsserted(() -> assertThat(sequences(team)).isEqualTo(recorded(team)));
        assertThat(health()).isEqualTo(200);
    }

    @Test
    void nobody_but_an_operator_has_it_published_again_and_only_what_there_is() {
        var path = "/admin/publishers/publisher/republish";

        assertThat(service.client().post("/admin/publishers/nothing/republish", null).status()).isEqualTo(404);
        assertThat(service.client().post("/admin/publishers/" + "n".repeat(65) + "/republish", null).status()).isEqualTo(400);
        assertThat(service.client().asNotificationService().post(path, null).status()).isEqualTo(403);
        assertThat(service.client().anonymous().post(path, null).status()).isEqualTo(401);
    }

    /** A team all of whose events are on Kafka. */
    private static Team published(String slug) {
        var team = service.teams().founded(slug);
        team.delete(team.join("gone@navy.example", "developer"));
        team.changeRole(team.join("grace@navy.example", "developer"), "admin");
        await().ignoreExceptions().untilAsserted(() -> assertThat(sequences(team)).isEqualTo(recorded(team)));
        PublishedStates.assertPublished(team, kafka.bootstrapServers());
        return team;
    }

    private static void assertNoticedAndMended(Team team, CapturedOutput output) {
        await().untilAsserted(() -> assertThat(lost()).contains("\"publisher\":\"records up to position", "are missing on Kafka"));
        await().untilAsserted(() -> assertThat(output).contains("Kafka has lost records of roster.member-events.v1",
                "Kafka has lost records of roster.member-state.v1"));
        assertThat(health()).isEqualTo(503);
        assertThat(service.client().manage("/actuator/prometheus").raw())
                .contains("roster_publisher_records_lost{publisher=\"publisher\"} 1.0");
        team.join("late@navy.example", "developer");
        PublishedStates.assertPublished(team, kafka.bootstrapServers());

        assertThat(republish().status()).isEqualTo(200);

        await().untilAsserted(() -> assertThat(sequences(team)).isEqualTo(recorded(team)));
        await().untilAsserted(() -> assertThat(health()).isEqualTo(200));
    }

    private static Response republish() {
        return service.client().post("/admin/publishers/publisher/republish", null);
    }

    private static int health() {
        return service.client().manage("/actuator/health").status();
    }

    private static String lost() {
        return service.client().manage("/actuator/health/kafka").raw();
    }

    private static Map<UUID, List<Long>> recorded(Team team) {
        var sequences = new HashMap<UUID, List<Long>>();
        team.events().stream().map(RecordedEvent::aggregateId).distinct()
                .forEach(it -> sequences.put(it, LongStream.range(0, team.events(it).size()).boxed().toList()));
        return sequences;
    }

    /** By key, the sequences that a consumer applies that starts at the beginning and drops what it has seen. */
    private static Map<UUID, List<Long>> sequences(Team team) {
        var applied = new HashMap<UUID, List<Long>>();
        try (var topic = new Topic(kafka.bootstrapServers(), team.id())) {
            for (ConsumerRecord<String, CloudEvent> record : topic.readToTheEnd()) {
                var sequence = Long.parseLong(String.valueOf(record.value().getExtension("sequence")));
                var kept = applied.computeIfAbsent(UUID.fromString(record.key()), _ -> new ArrayList<>());
                if (kept.isEmpty() || sequence > kept.getLast()) {
                    kept.add(sequence);
                }
            }
        }
        return applied;
    }

    private static void deletePartitions() throws IOException {
        try (var folders = Files.list(folder.resolve("data"))) {
            for (var partition : folders.filter(it -> Set.of("roster.member-events.v1", "roster.member-state.v1")
                    .contains(it.getFileName().toString().replaceAll("-\\d+$", ""))).toList()) {
                FileSystemUtils.deleteRecursively(partition);
            }
        }
    }
}
