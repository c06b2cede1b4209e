package roster.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

import roster.systemtest.running.Await;
import roster.systemtest.running.Roster;

/** The inbox rejects addresses in {@code .invalid} with 550. */
@InBrowser
class UndeliverableEmailTest {
    private static final String ADDRESS = "grace@page.invalid";

    @Test
    void the_inviter_sees_that_the_email_was_not_delivered_and_what_to_do(Roster roster) {
        var invited = roster.commands().invite("acme", "Grace Unreachable", ADDRESS, "developer");
        Await.until(() -> roster.queries().get(invited.header("Location")).text("/invitation/mail/invitee/status").equals("failed"));

        try (var ada = Visitor.ada(roster)) {
            ada.page().getByLabel("Search by name or address").fill(ADDRESS);
            assertThat(ada.row(ADDRESS)).containsText("e-mail not delivered");
            ada.open(invited.header("Location")).sees("Grace Unreachable");
            assertThat(ada.page().locator("main")).containsText("There is no mailbox with this address.");
            ada.shown("member-e-mail-not-delivered");
        }
    }
}
