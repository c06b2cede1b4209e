package roster.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

import roster.systemtest.running.Await;
import roster.systemtest.running.Roster;

/** The inbox refuses addresses in {@code .invalid} with a 550. */
@InBrowser
class UndeliverableLetterTest {
    private static final String NOBODY = "nobody@page.invalid";

    @Test
    void whoever_has_invited_sees_that_the_letter_was_not_delivered_and_what_to_do(Roster roster) {
        var invited = roster.commands().invite("acme", "Nobody", NOBODY, "developer");
        Await.until(() -> roster.queries().get(invited.header("Location")).text("/invitation/mail/invitee/status").equals("failed"));

        try (var ada = Visitor.ada(roster)) {
            ada.page().getByLabel("Search by name or address").fill(NOBODY);
            assertThat(ada.row(NOBODY)).containsText("letter not delivered");
            ada.open(invited.header("Location")).sees("Nobody");
            assertThat(ada.page().locator("main")).containsText("There is no mailbox with this address.");
            ada.shown("member-letter-not-delivered");
        }
    }
}
