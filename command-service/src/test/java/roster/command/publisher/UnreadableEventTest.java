package roster.command.publisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

import roster.command.RunningService;
import roster.command.Team;
import roster.local.PerJvm;

/** An event that only a newer release can read stops the publishers, and commands of its member. */
@ExtendWith(OutputCaptureExtension.class)
class UnreadableEventTest {
    @Test
    void it_is_named_and_nothing_else_is_stopped(CapturedOutput log) {
        try (var service = RunningService.publishingTo(PerJvm.kafka().bootstrapServers())) {
            var team = service.teams().founded("unreadable");
            var grace = team.join("grace@navy.example", "developer");
            await().untilAsserted(() -> assertThat(metric(service, "publisher", "roster.reader.lag")).isZero());
            var position = teleport(service, team, grace);

            for (var publisher : List.of("publisher", "state-publisher")) {
                await().untilAsserted(() -> assertThat(metric(service, publisher, "roster.reader.standing.still")).isEqualTo(1));
                await().untilAsserted(() -> assertThat(metric(service, publisher, "roster.reader.lag.time")).isPositive());
                var standstill = service.client().manage("/actuator/health/readers").body()
                        .at("/components/reading/details/" + publisher + "/standstill");
                assertThat(standstill.at("/event/position").asLong()).isEqualTo(position);
                assertThat(standstill.at("/event/type").asString()).isEqualTo("member.teleported");
                assertThat(log).contains(publisher + " stands still: the event at position " + position
                        + " (member.teleported of aggregate " + grace + ", event id ");
                await().untilAsserted(() -> assertThat(lease(service, publisher)).isEqualTo("-infinity"));
            }
            assertHealth(service);
            assertOnlyItsMemberIsStopped(team, grace);
            assertOnlyItsEmailsAreNotReported(service, team, grace);
        }
    }

    private static void assertHealth(RunningService service) {
        assertThat(service.client().manage("/actuator/health").status()).isEqualTo(503);
        var readiness = service.client().manage("/actuator/health/readiness");
        assertThat(readiness.status()).isEqualTo(200);
        assertThat(readiness.text("/status")).isEqualTo("STANDING_STILL");
    }

    private static void assertOnlyItsMemberIsStopped(Team team, UUID grace) {
        var command = team.post(grace, "suspend");
        assertThat(command.status()).isEqualTo(503);
        assertThat(command.code()).isEqualTo("unreadable-event");
        assertThat(command.header("Retry-After")).isNotEmpty();
        assertThat(team.invite("jean@navy.example", "developer").status()).isEqualTo(201);
    }

    private static void assertOnlyItsEmailsAreNotReported(RunningService service, Team team, UUID grace) {
        var alan = team.invite("alan@navy.example", "developer");
        var report = "{\"memberId\": \"%s\", \"invitationId\": \"%s\", \"issue\": 1, \"recipient\": \"invitee\"}";

        var answer = service.client().asNotificationService().post("/invitation-mails/batch", "{\"reports\": [%s, %s]}".formatted(
                report.formatted(grace, UUID.randomUUID()), report.formatted(alan.id("/memberId"), alan.id("/invitation/invitationId"))));

        assertThat(answer.status()).as(answer.raw()).isEqualTo(200);
        assertThat(answer.body().path("outcomes").valueStream().map(it -> it.asString())).containsExactly("unreadable", "recorded");
    }

    private static long teleport(RunningService service, Team team, UUID member) {
        return service.part(JdbcClient.class).sql("""
                insert into event_store.event
                       (event_id, aggregate_id, sequence_number, event_type, revision, organization_id, payload, metadata, sealed)
                select ?, aggregate_id, max(sequence_number) + 1, 'member.teleported', 1, ?, '{}', '{}', '' from event_store.event
                 where aggregate_id = ? group by aggregate_id
                returning position""")
                .params(UUID.randomUUID(), team.id(), member).query(Long.class).single();
    }

    private static String lease(RunningService service, String publisher) {
        return service.part(JdbcClient.class).sql("select leased_until::text from command.subscription where name = ?")
                .param(publisher).query(String.class).single();
    }

    private static double metric(RunningService service, String reader, String name) {
        return service.part(MeterRegistry.class).get(name).tag("reader", reader).gauge().value();
    }
}
