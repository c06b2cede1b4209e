package roster.command.expiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import roster.command.RunningService;
import roster.command.TestClock;
import roster.command.publisher.Topic;
import roster.local.PerJvm;

class ByItselfTest {
    @Test
    void an_overdue_invitation_expires_and_everybody_is_told() {
        try (var service = RunningService.with(Map.of("roster.expiry.auto-startup", "true"))) {
            var team = service.teams().founded("by-itself");
            var overdue = team.invite("grace@navy.example", "developer").id("/memberId");
            service.part(TestClock.class).forward(Duration.ofDays(7));

            await().untilAsserted(
                    () -> assertThat(team.history(overdue)).containsExactly("member.invited", "member.invitation_expired"));

            try (var topic = new Topic(PerJvm.kafka().bootstrapServers(), team.id())) {
                assertThat(topic.readUntil(it -> it.size() == team.events().size())).extracting(it -> it.value().getType())
                        .contains("roster.member.invitation_expired");
            }
            assertThat(service.client().manage("/actuator/health").text("/status")).isEqualTo("UP");
            await().untilAsserted(() -> assertThat(service.client().manage("/actuator/prometheus").raw()).contains(
                    "roster_invitations_expired_total 1.0", "roster_invitations_expiry_failed_total 0.0",
                    "roster_invitations_overdue_age_seconds 0.0", "roster_expiry_standing_still 0.0"));
        }
    }
}
