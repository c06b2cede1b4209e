package roster.systemtest.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import roster.systemtest.running.Answer;
import roster.systemtest.running.Await;
import roster.systemtest.running.OnSharedRoster;
import roster.systemtest.running.Roster;

/** The inbox rejects addresses in {@code .invalid} with 550. */
@OnSharedRoster
class UndeliverableEmailTest {
    @Test
    void an_email_that_is_refused_is_seen_to_be_so_and_the_right_address_is_invited_instead(Roster roster) {
        var invited = roster.commands().invite("acme", "Grace Hopper", "grace@undeliverable.invalid", "developer");
        assertThat(invited.status()).isEqualTo(201);

        Await.until(() -> email(roster, invited, "/status").equals("failed"));
        assertThat(email(roster, invited, "/failure")).isEqualTo("unknown_address");
        kafkaTellsOfTheFailure(roster, invited, 1);

        var member = invited.header("Location");
        assertThat(roster.commands().post(member + "/invitation/resend", null).status()).isEqualTo(200);
        kafkaTellsOfTheFailure(roster, invited, 2);
        assertThat(roster.commands().post(member + "/invitation/revoke", null).status()).isLessThan(300);

        var again = roster.commands().invite("acme", "Grace Hopper", "grace@undeliverable.example", "developer");
        assertThat(roster.mails().to("grace@undeliverable.example", 1).getFirst().token()).isNotEmpty();
        Await.until(() -> email(roster, again, "/status").equals("sent"));
        assertThat(roster.mails().to("grace@undeliverable.invalid")).isEmpty();
    }

    private static String email(Roster roster, Answer invited, String what) {
        return roster.queries().get(invited.header("Location")).text("/invitation/mail/invitee" + what);
    }

    private static void kafkaTellsOfTheFailure(Roster roster, Answer invited, int issue) {
        Await.until(() -> roster.kafka().of(invited.text("/invitation/invitationId")).stream()
                .anyMatch(fact -> fact.type().equals("roster.invitation_mail.failed")
                        && fact.value().contains("\"issue\":" + issue)
                        && fact.value().contains("\"recipient\":\"invitee\"")
                        && fact.value().contains("\"failure\":\"unknown_address\"")
                        && fact.value().contains("\"status\":\"550 5.1.2\"")));
    }
}
