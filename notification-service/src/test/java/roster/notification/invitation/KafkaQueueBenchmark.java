package roster.notification.invitation;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import roster.contract.event.MemberEvent.InvitationRevoked;
import roster.local.PerJvm;
import roster.notification.Surroundings;
import roster.notification.mail.ScriptedRelay;

/** Measures the time until the reconciler finds a deleted row among the e-mails of many invitations. Run by hand, see docs/adr/0052-reconcilers.md. */
@EnabledIfSystemProperty(named = "roster.benchmark.members", matches = "[0-9]+")
class KafkaQueueBenchmark {
    private static final int MEMBERS = Integer.getInteger("roster.benchmark.members", 0);

    @Test
    void a_deleted_row_is_found() throws Exception {
        Topics.createIfAbsent();
        var last = fill();
        var database = Surroundings.freshMailQueue();
        try (var relay = new ScriptedRelay();
                var service = Surroundings.startAlone(database, relay, Map.of(
                        "spring.kafka.consumer.group-id", "benchmark", "roster.reconciler.share", "0.25", "roster.reconciler.first", "0s",
                        "roster.reconciler.pause", "10s"))) {
            await().atMost(Duration.ofMinutes(10)).until(() -> reconciler(service).has("lastPass"));
            System.out.printf(Locale.ROOT, "%d invitations that were revoked: pass %s, compared %s%n", MEMBERS,
                    reconciler(service).path("took").asString(),
                    reconciler(service).path("compared"));
            long start = System.nanoTime();
            try (var superuser = PerJvm.postgres().superuser(database.name()); var statement = superuser.createStatement()) {
                statement.executeUpdate("delete from notification.letter where member_id = '" + last + "'");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            await().atMost(Duration.ofMinutes(5)).until(() -> reconciler(service).at("/members").has(last.toString()));
            System.out.printf(Locale.ROOT, "a deleted row was found after %.1f s%n", (System.nanoTime() - start) / 1e9);
        }
    }

    private static UUID fill() {
        var member = UUID.randomUUID();
        try (var producer = new KafkaProducer<byte[], byte[]>(
                Map.of("bootstrap.servers", PerJvm.kafka().bootstrapServers(), "linger.ms", 20),
                new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < MEMBERS; i++) {
                member = UUID.randomUUID();
                var invited = Topics.invited(member, "Grace", member + "@navy.example");
                var _ = producer.send(Topics.record(UUID.randomUUID(), 0, invited));
                var _ = producer.send(Topics.record(UUID.randomUUID(), 1, new InvitationRevoked(member, invited.invitationId())));
            }
        }
        return member;
    }

    private static JsonNode reconciler(ConfigurableApplicationContext service) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var port = service.getEnvironment().getRequiredProperty("local.server.port");
            return new JsonMapper().readTree(http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port
                    + "/actuator/health/reconciler")).build(), BodyHandlers.ofString()).body())
                    .at("/components/reconciling/details/kafka-queue");
        }
    }
}
