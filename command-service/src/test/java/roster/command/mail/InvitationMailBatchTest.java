package roster.command.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import roster.command.Client;
import roster.command.Client.Response;
import roster.command.ServiceTest;
import roster.command.Team;
import roster.command.Teams;
import roster.contract.event.Actor;

/** Delivery results of many e-mails in one request. */
@ServiceTest
class InvitationMailBatchTest {
    @Autowired private Client client;
    @Autowired private Teams teams;

    private record Letter(Team team, UUID member, UUID invitation) {
        String sentTo(String recipient) {
            return report(recipient, "");
        }

        String failedTo(String recipient) {
            return report(recipient, ", \"failure\": \"unknown_address\", \"status\": \"550 5.1.1\"");
        }

        private String report(String recipient, String result) {
            return "{\"memberId\": \"%s\", \"invitationId\": \"%s\", \"issue\": 1, \"recipient\": \"%s\"%s}".formatted(member, invitation,
                    recipient,
                    result);
        }
    }

    private static Letter letter(Team team, String invitee) {
        var invited = team.invite(invitee + "@navy.example", "developer");
        return new Letter(team, invited.id("/memberId"), invited.id("/invitation/invitationId"));
    }

    private Response report(String... reports) {
        return client.asNotificationService().post("/invitation-mails/batch",
                Arrays.stream(reports).collect(Collectors.joining(", ", "{\"reports\": [", "]}")));
    }

    private static Iterable<String> outcomes(Response answer) {
        assertThat(answer.status()).as(answer.raw()).isEqualTo(200);
        return answer.body().path("outcomes").valueStream().map(it -> it.asString()).toList();
    }

    @Test
    void results_of_several_invitations_and_of_both_recipients_are_recorded() {
        var team = teams.founded("batch-all");
        var grace = letter(team, "grace");
        var alan = letter(team, "alan");

        var answer = report(grace.sentTo("invitee"), alan.failedTo("invitee"), grace.sentTo("inviter"));

        assertThat(outcomes(answer)).containsExactly("recorded", "recorded", "recorded");
        assertThat(team.history(grace.invitation)).containsExactly("invitation_mail.sent", "invitation_mail.sent");
        assertThat(team.history(alan.invitation)).containsExactly("invitation_mail.failed");
        var events = team.events(grace.invitation);
        assertThat(events).extracting(it -> it.sequence()).containsExactly(0L, 1L);
        assertThat(events.getFirst().metadata().actor()).isEqualTo(new Actor(Actor.Kind.SYSTEM, "notification-service"));
        assertThat(Long.parseLong(answer.header("Consistency-Token"))).isGreaterThanOrEqualTo(events.getLast().position());
    }

    @Test
    void reports_that_are_repeated_change_nothing_in_one_request_or_in_another() {
        var letter = letter(teams.founded("batch-repeated"), "grace");

        var first = report(letter.sentTo("invitee"), letter.sentTo("invitee"));
        var second = report(letter.sentTo("invitee"), letter.failedTo("invitee"));

        assertThat(outcomes(first)).containsExactly("recorded", "recorded");
        assertThat(outcomes(second)).containsExactly("recorded", "recorded");
        assertThat(letter.team.history(letter.invitation)).containsExactly("invitation_mail.sent");
    }

    @Test
    void a_report_of_an_unknown_email_does_not_prevent_the_others() {
        var letter = letter(teams.founded("batch-unknown"), "grace");
        var unknown = new Letter(letter.team, UUID.randomUUID(), letter.invitation);

        assertThat(outcomes(report(unknown.sentTo("inviter"), letter.sentTo("invitee")))).containsExactly("unknown", "recorded");
        assertThat(letter.team.history(letter.invitation)).containsExactly("invitation_mail.sent");
    }

    @Test
    void batches_that_overlap_record_every_result_once() throws Exception {
        var team = teams.founded("batch-race");
        var letters = IntStream.range(0, 8).mapToObj(it -> letter(team, "guest" + it)).toList();
        var forwards = letters.stream().map(it -> it.sentTo("invitee")).toArray(String[]::new);
        var backwards = letters.reversed().stream().map(it -> it.sentTo("invitee")).toArray(String[]::new);
        Callable<Response> one = () -> report(forwards);
        Callable<Response> other = () -> report(backwards);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(List.of(one, other, one, other, one, other))) {
                assertThat(outcomes(done.get())).hasSize(8).containsOnly("recorded");
            }
        }
        assertThat(letters).allSatisfy(it -> assertThat(team.history(it.invitation)).containsExactly("invitation_mail.sent"));
    }

    @Test
    void an_invalid_report_is_named_by_its_place_and_nothing_is_recorded() {
        var letter = letter(teams.founded("batch-invalid"), "grace");

        var answer = report(letter.sentTo("invitee"), letter.sentTo("inviter").replace("\"issue\": 1", "\"issue\": 0"));

        assertThat(answer.status()).as(answer.raw()).isEqualTo(400);
        assertThat(answer.text("/errors/0/pointer")).isEqualTo("/reports/1/issue");
        assertThat(letter.team.history(letter.invitation)).isEmpty();
        assertThat(report().status()).as("no report").isEqualTo(400);
    }

    @Test
    void only_notification_service_may_report() {
        var letter = letter(teams.founded("batch-forged"), "grace");

        assertThat(client.post("/invitation-mails/batch", "{\"reports\": [" + letter.sentTo("invitee") + "]}").status()).isEqualTo(403);
        assertThat(letter.team.history(letter.invitation)).isEmpty();
    }
}
