package roster.command.reconcile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import roster.command.RunningService;
import roster.command.Team;
import roster.contract.event.InvitationStatus;
import roster.contract.event.MemberStatus;
import roster.contract.kafka.MemberState;
import roster.contract.kafka.MemberStateJson;
import roster.contract.kafka.MemberStateTopic;
import roster.contract.role.Role;
import roster.eventstore.Epochs;
import roster.local.PerJvm;

@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoreKafkaReconcilerTest {
    private RunningService service;
    private Team team;
    private KafkaProducer<String, @Nullable String> kafka;
    private UUID store;

    @BeforeAll
    void start() {
        service = RunningService
                .with(Map.of("roster.reconciler.share", "1", "roster.reconciler.first", "0s", "roster.reconciler.pause", "50ms"));
        team = service.teams().founded("reconciled");
        kafka = new KafkaProducer<>(Map.of("bootstrap.servers", PerJvm.kafka().bootstrapServers()), new StringSerializer(),
                new StringSerializer());
        store = new Epochs(service.part(JdbcClient.class)).storeId();
    }

    @AfterAll
    void stop() {
        kafka.close();
        service.close();
    }

    @Test
    void a_state_with_another_role_is_found_and_named_and_no_longer_when_states_are_published_again(CapturedOutput log) throws Exception {
        var grace = published("grace@navy.example");

        send(grace, state(grace, Role.ADMIN), 1L);

        isNamed(grace, "the state on Kafka differs from the events up to sequence 1");
        assertThat(service.client().manage("/actuator/health/reconciler").status()).isEqualTo(503);
        assertThat(service.part(MeterRegistry.class).get("roster.reconciler.differences").tag("pair", "store-kafka").gauge().value())
                .isOne();
        assertThat(log).contains("store-kafka differ: member " + grace);

        publishAgain();
        isMended();
        assertThat(log).contains("store-kafka no longer differ: member " + grace);
    }

    @Test
    void a_tombstone_of_a_member_whose_membership_goes_on_is_found() throws Exception {
        var grace = published("tombstone@navy.example");

        send(grace, null, 1L);

        isNamed(grace, "the state on Kafka differs from the events up to sequence 1");
        publishAgain();
        isMended();
    }

    @Test
    void a_state_that_is_too_old_or_too_new_is_found() throws Exception {
        var grace = published("old@navy.example");
        var mary = published("new@navy.example");

        send(grace, state(grace, Role.DEVELOPER), 0L);
        send(mary, state(mary, Role.DEVELOPER), 7L);

        isNamed(grace, "Kafka has sequence 0, the store 1");
        isNamed(mary, "Kafka has sequence 7, the store 1");
        publishAgain();
        isMended();
    }

    @Test
    void a_record_without_a_sequence_and_one_that_is_no_state_are_found() throws Exception {
        var grace = published("headless@navy.example");
        var mary = published("senseless@navy.example");

        send(grace, state(grace, Role.DEVELOPER), null);
        send(mary, "{}", 1L);

        isNamed(grace, "the state on Kafka has no sequence");
        isNamed(mary, "the state on Kafka differs from the events up to sequence 1");
        publishAgain();
        isMended();
    }

    @Test
    void a_member_without_events_is_found() throws Exception {
        var stranger = UUID.randomUUID();

        send(stranger, state(stranger, Role.ADMIN), 0L);

        isNamed(stranger, "Kafka has a member without events");
        publishAgain();
        isMended();
    }

    @Test
    void a_publisher_that_has_skipped_a_member_is_found() throws Exception {
        var jdbc = service.part(JdbcClient.class);
        published("before@navy.example");
        var position = jdbc.sql("select position from command.subscription where name = 'state-publisher'").query(Long.class).single();
        await().until(() -> jdbc.sql("update command.subscription set position = ? where name = 'state-publisher' and position = ?")
                .param(position + 1_000_000).param(position).update() == 1);
        awaitRenewal(jdbc);
        var skipped = team.invite("skipped@navy.example", "developer").id("/memberId");

        isNamed(skipped, "Kafka lacks the member");

        publishAgain();
        isMended();
    }

    @Test
    void what_is_in_flight_and_memberships_that_have_ended_are_no_difference(CapturedOutput log) {
        for (int round = 0; round < 5; round++) {
            var stays = team.join("stays" + round + "@navy.example", "developer");
            team.changeRole(stays, "admin");
            team.delete(team.join("leaves" + round + "@navy.example", "developer"));
            awaitPass();
        }

        assertThat(log).doesNotContain("store-kafka differ", "cannot be compared");
        assertThat(reconciler().path("compared").asLong()).isPositive();
    }

    private UUID published(String email) {
        var member = team.join(email, "developer");
        var jdbc = service.part(JdbcClient.class);
        await().until(() -> jdbc.sql("""
                select position >= (select max(position) from event_store.event where aggregate_id = ?) from command.subscription
                 where name = 'state-publisher'""").param(member).query(Boolean.class).single());
        return member;
    }

    /** Waits until the publisher has read its position again, which it does together with renewing its lease. */
    private static void awaitRenewal(JdbcClient jdbc) {
        var now = jdbc.sql("select leased_until from command.subscription where name = 'state-publisher'").query(OffsetDateTime.class)
                .single();
        await().until(() -> jdbc.sql("select leased_until > ? from command.subscription where name = 'state-publisher'").param(now)
                .query(Boolean.class).single());
    }

    private static String state(UUID member, Role role) {
        return MemberStateJson.write(new MemberState(member, UUID.randomUUID(), "Grace", "grace@navy.example", role, MemberStatus.ACTIVE,
                InvitationStatus.ACCEPTED, Instant.now(), 1, 1));
    }

    private void send(UUID member, @Nullable String value, @Nullable Long sequence) throws Exception {
        var record = new ProducerRecord<String, @Nullable String>(MemberStateTopic.NAME, member.toString(), value);
        record.headers().add(MemberStateTopic.STORE, store.toString().getBytes(UTF_8));
        record.headers().add(MemberStateTopic.EPOCH, "0".getBytes(UTF_8));
        if (sequence != null) {
            record.headers().add(MemberStateTopic.SEQUENCE, sequence.toString().getBytes(UTF_8));
        }
        kafka.send(record).get();
    }

    private void publishAgain() {
        assertThat(service.client().post("/admin/publishers/state-publisher/republish", null).status()).isEqualTo(200);
    }

    private void isNamed(UUID member, String what) {
        await().untilAsserted(() -> assertThat(reconciler().at("/members/" + member).asString("")).isEqualTo(what));
    }

    private void isMended() {
        await().until(() -> reconciler().path("differences").asInt() == 0);
    }

    private void awaitPass() {
        var since = Instant.now();
        await().until(() -> {
            var last = reconciler().path("lastPass").asString("");
            return !last.isEmpty() && Instant.parse(last).isAfter(since);
        });
    }

    private JsonNode reconciler() {
        return service.client().manage("/actuator/health/reconciler").body().at("/components/reconciling/details/store-kafka");
    }
}
