package roster.command.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import roster.command.Client;
import roster.command.Client.Response;
import roster.command.ServiceTest;
import roster.command.Team;
import roster.command.Teams;
import roster.contract.event.Actor;
import roster.contract.event.InvitationMailEvent.InvitationMailFailed;
import roster.contract.event.InvitationMailEvent.InvitationMailSent;
import roster.contract.mail.MailFailure;
import roster.contract.mail.MailRecipient;

@ServiceTest
class InvitationMailsTest {
    @Autowired private Client client;

    @Autowired private Teams teams;

    private record Letter(Team team, UUID member, UUID invitation, int issue) {
        Letter of(int newer) {
            return new Letter(team, member, invitation, newer);
        }

        Response report(Client by, String recipient, String result) {
            return by.post("/invitation-mails", """
                    {"memberId": "%s", "invitationId": "%s", "issue": %s, "recipient": "%s"%s}"""
                    .formatted(member, invitation, issue, recipient, result));
        }
    }

    private static final String SENT = "";
    private static final String FAILED = ", \"failure\": \"unknown_address\", \"status\": \"550 5.1.1\"";

    private Letter letter(String slug) {
        var team = teams.founded(slug);
        var invited = team.invite("grace@navy.example", "developer");
        return new Letter(team, invited.id("/memberId"), invited.id("/invitation/invitationId"), 1);
    }

    private Response report(Letter letter, String recipient, String result) {
        return letter.report(client.asNotificationService(), recipient, result);
    }

    @Test
    void that_a_letter_has_left_is_recorded_in_a_stream_beside_the_members() {
        var letter = letter("mail-sent");

        var reported = report(letter, "invitee", SENT);

        assertThat(reported.status()).as(reported.raw()).isEqualTo(204);
        var events = letter.team.events(letter.invitation);
        assertThat(events).extracting(it -> it.event())
                .containsExactly(new InvitationMailSent(letter.invitation, letter.member, 1, MailRecipient.INVITEE));
        assertThat(events.getFirst().organizationId()).isEqualTo(letter.team.id());
        assertThat(events.getFirst().metadata().actor()).isEqualTo(new Actor(Actor.Kind.SYSTEM, "notification-service"));
        assertThat(letter.team.history(letter.member)).containsExactly("member.invited");
    }

    @Test
    void that_it_will_not_leave_is_recorded_with_the_reason() {
        var letter = letter("mail-failed");

        report(letter, "invitee", FAILED);

        assertThat(letter.team.events(letter.invitation)).extracting(it -> it.event()).containsExactly(new InvitationMailFailed(
                letter.invitation, letter.member, 1, MailRecipient.INVITEE, MailFailure.UNKNOWN_ADDRESS, "550 5.1.1"));
    }

    @Test
    void a_report_that_is_repeated_changes_nothing() {
        var letter = letter("mail-repeated");

        IntStream.range(0, 3).forEach(_ -> report(letter, "inviter", SENT));

        assertThat(letter.team.history(letter.invitation)).containsExactly("invitation_mail.sent");
    }

    @Test
    void each_letter_and_each_recipient_has_a_result_of_its_own() {
        var letter = letter("mail-each");
        letter.team.post(letter.member, "invitation/resend");

        report(letter, "inviter", SENT);
        report(letter, "invitee", FAILED);
        report(letter.of(2), "inviter", SENT);
        report(letter.of(2), "invitee", SENT);

        assertThat(letter.team.history(letter.invitation)).containsExactly("invitation_mail.sent", "invitation_mail.failed",
                "invitation_mail.sent", "invitation_mail.sent");
    }

    @Test
    void a_letter_that_was_given_up_and_left_nevertheless_has_left() {
        var letter = letter("mail-late");

        report(letter, "invitee", FAILED);
        report(letter, "invitee", SENT);
        report(letter, "invitee", FAILED);

        assertThat(letter.team.history(letter.invitation)).containsExactly("invitation_mail.failed", "invitation_mail.sent");
    }

    @Test
    void only_notification_service_may_report() {
        var letter = letter("mail-forged");

        assertThat(letter.report(client, "invitee", SENT).status()).as("an operator").isEqualTo(403);
        assertThat(letter.report(client.signedIn("ada@acme.example"), "invitee", SENT).status()).as("an admin").isEqualTo(403);
        assertThat(letter.report(client.anonymous(), "invitee", SENT).status()).as("no token").isEqualTo(401);
        assertThat(letter.team.history(letter.invitation)).isEmpty();
    }

    @Test
    void notification_service_may_do_nothing_else() {
        var letter = letter("mail-only");

        assertThat(client.asNotificationService().post(letter.team.path(letter.member) + "/invitation/revoke", null).status())
                .isEqualTo(404);
        assertThat(client.asNotificationService().post("/organizations", """
                {"slug": "mine", "name": "Mine", "admin": {"name": "Me", "email": "me@mine.example"}}""").status()).isEqualTo(403);
    }

    @Test
    void a_result_for_an_unknown_member_is_not_found() {
        var letter = letter("mail-unknown");

        var unknown = report(new Letter(letter.team, UUID.randomUUID(), letter.invitation, 1), "invitee", SENT);

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.text("/errors/0/pointer")).isEqualTo("/memberId");
    }

    @Test
    void a_result_of_an_email_that_was_never_sent_is_not_found() {
        var letter = letter("mail-never");
        var other = letter("mail-never-either");

        assertThat(report(letter.of(2), "invitee", SENT).status()).as("a later e-mail").isEqualTo(404);
        assertThat(report(new Letter(letter.team, letter.member, other.invitation, 1), "invitee", SENT).status())
                .as("another member's invitation").isEqualTo(404);
        assertThat(letter.team.history(letter.invitation)).isEmpty();
        assertThat(other.team.history(other.invitation)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "failure": "bad luck"                                     | /failure
            "failure": "refused", "status": "250 Ok <ada@x.example>"  | /status
            "recipient": "everybody"                                  | /recipient
            "issue": 0                                                | /issue
            """)
    void a_report_that_makes_no_sense_names_the_field(String field, String pointer) {
        var letter = letter("mail-bad-" + pointer.substring(1));

        var answer = letter.team.client().asNotificationService().post("/invitation-mails", """
                {"memberId": "%s", "invitationId": "%s", %s%s%s}""".formatted(letter.member, letter.invitation, field,
                field.contains("issue") ? "" : ", \"issue\": 1", field.contains("recipient") ? "" : ", \"recipient\": \"invitee\""));

        assertThat(answer.status()).as(answer.raw()).isEqualTo(400);
        assertThat(answer.raw()).contains(pointer);
    }
}
