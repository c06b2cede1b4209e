package roster.notification.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import roster.contract.event.MemberEvent.InvitationRevoked;
import roster.contract.event.MemberEvent.MemberErased;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.local.PerJvm;
import roster.local.postgres.Database;
import roster.notification.Surroundings;
import roster.notification.mail.ScriptedRelay;

/** A service with a queue of its own, which it compares with the topic that all tests share. */
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KafkaQueueReconcilerTest {
    private final ScriptedRelay relay = new ScriptedRelay();
    private final Database database = Surroundings.freshMailQueue();
    private UUID member = UUID.randomUUID();
    private Topics topics;
    private ConfigurableApplicationContext service;

    @BeforeAll
    void start() throws Exception {
        Topics.createIfAbsent();
        topics = new Topics();
        service = Surroundings.startAlone(database, relay, Map.of("spring.kafka.consumer.group-id", "reconciled",
                "roster.reconciler.share", "1", "roster.reconciler.first", "0s", "roster.reconciler.pause", "50ms"));
    }

    @AfterAll
    void stop() throws IOException {
        service.close();
        topics.close();
        relay.close();
    }

    @BeforeEach
    void another() {
        member = UUID.randomUUID();
    }

    private void awaitPass() {
        var since = Instant.now();
        await().until(() -> {
            var last = reconciler().path("lastPass").asString("");
            return !last.isEmpty() && Instant.parse(last).isAfter(since);
        });
    }

    private MemberInvited invite(UUID id) throws Exception {
        var invited = Topics.invited(member, "Grace", member + "@navy.example");
        topics.publish(id, 0, invited);
        await().until(() -> !relay.receivedBy(member + "@navy.example").isEmpty());
        return invited;
    }

    @Test
    void an_email_that_was_deleted_is_found_and_named_and_no_longer_when_its_event_has_come_again(CapturedOutput log) throws Exception {
        var id = UUID.randomUUID();
        var invited = invite(id);

        sql("delete from notification.letter where event_id = '" + id + "'");

        isNamed("the queue lacks the e-mail to the invitee that event " + id + " causes");
        assertThat(log).contains("kafka-queue differ: member " + member);
        assertThat(get("prometheus")).contains("roster_reconciler_differences{pair=\"kafka-queue\"} 1.0");

        topics.publish(id, 0, invited);
        isMended();
    }

    @Test
    void an_ending_that_was_deleted_is_found() throws Exception {
        var invited = invite(UUID.randomUUID());
        var revoked = UUID.randomUUID();
        topics.publish(revoked, 1, new InvitationRevoked(member, invited.invitationId()));
        await().until(() -> count("select count(*) from notification.ending where member_id = '" + member + "'") == 1);

        sql("delete from notification.ending where member_id = '" + member + "'");
        isNamed("the queue does not know that event " + revoked + " ends the invitation");

        topics.publish(revoked, 1, new InvitationRevoked(member, invited.invitationId()));
        isMended();
    }

    @Test
    void an_erasure_that_was_deleted_is_found() throws Exception {
        topics.publish(UUID.randomUUID(), 2, new MemberErased(member));
        await().until(() -> count("select count(*) from notification.erased where member_id = '" + member + "'") == 1);

        sql("delete from notification.erased where member_id = '" + member + "'");
        isNamed("the queue does not know that the member is erased");

        topics.publish(UUID.randomUUID(), 2, new MemberErased(member));
        isMended();
    }

    @Test
    void an_email_without_an_event_is_found_before_it_is_sent() throws Exception {
        var id = UUID.randomUUID();
        invite(id);
        var forged = UUID.randomUUID();

        sql("""
                insert into notification.letter
                select (jsonb_populate_record(letter, jsonb_build_object('event_id', '%s', 'status', 'due', 'settled_at', null, 'reported', null,
                        'reported_at', null, 'take_at', now() + interval '1 day', 'recorded_at', now() + interval '1 hour'))).*
                  from notification.letter where event_id = '%s'""".formatted(forged, id));

        isNamed("the queue has an e-mail of event " + forged + ", which Kafka does not have");

        sql("delete from notification.letter where event_id = '" + forged + "'");
        isMended();
    }

    @Test
    void what_is_in_flight_or_a_dead_letter_is_no_difference(CapturedOutput log) throws Exception {
        var spoilt = Topics.invited(UUID.randomUUID(), "Gr\0ce", "grace@navy.example");
        topics.publish(UUID.randomUUID(), 0, spoilt);
        for (int round = 0; round < 5; round++) {
            for (int i = 0; i < 20; i++) {
                var invited = Topics.invited(UUID.randomUUID(), "Grace", UUID.randomUUID() + "@navy.example");
                topics.publish(UUID.randomUUID(), 0, invited);
                topics.publish(UUID.randomUUID(), 1, new InvitationRevoked(invited.memberId(), invited.invitationId()));
            }
            awaitPass();
        }

        assertThat(log).doesNotContain("kafka-queue differ", "cannot be compared");
        assertThat(reconciler().path("compared").asLong()).isGreaterThan(100);
    }

    private void isNamed(String what) {
        await().untilAsserted(() -> assertThat(reconciler().at("/members/" + member).asString("")).isEqualTo(what));
    }

    private void isMended() {
        await().until(() -> reconciler().path("differences").asInt() == 0);
    }

    private JsonNode reconciler() {
        return new JsonMapper().readTree(get("health/reconciler")).at("/components/reconciling/details/kafka-queue");
    }

    private String get(String what) {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                    + service.getEnvironment().getRequiredProperty("local.server.port") + "/actuator/" + what)).build(),
                    BodyHandlers.ofString())
                    .body();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void sql(String change) throws SQLException {
        try (var superuser = PerJvm.postgres().superuser(database.name()); var statement = superuser.createStatement()) {
            assertThat(statement.executeUpdate(change)).isEqualTo(1);
        }
    }

    private long count(String question) throws SQLException {
        try (var superuser = PerJvm.postgres().superuser(database.name());
                var statement = superuser.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }
}
