package roster.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

import roster.systemtest.running.Roster;

/** A member who links a second account, and signs in with both. */
@InBrowser
record SecondAccountTest(Roster roster, OwnOrganization organization) {
    @Test
    void a_member_signs_in_with_a_second_account_after_linking_it_and_no_longer_after_removing_it() {
        var grace = organization.member("grace", "developer");
        var own = organization.path() + "/members/" + grace;
        try (var first = organization.as("grace"); var second = Visitor.of(roster)) {
            first.open(own).sees("grace").shown("member-accounts").link("Link a GitHub account").click();
            first.as("Grace at home", "grace@home.example").sees("Link an account").shown("account-link").button("Link").click();
            first.sees("grace").isTold("You can now also sign in with GitHub").shown("member-accounts-two");

            second.open(own).continueWith("GitHub").as("Grace at home", "grace@home.example").sees("grace");
            assertThat(second.page().locator(".accounts li").filter(new Locator.FilterOptions()
                    .setHasText("this session"))).containsText("GitHub");

            first.link("Remove GitHub account").click();
            assertThat(first.dialog()).isVisible();
            first.shown("account-remove").press("Remove").isTold("The GitHub account is removed.");
            second.open(own).sees("You are not a member here");
        }
    }

    @Test
    void linking_that_is_cancelled_or_names_the_account_of_another_member_changes_nothing() {
        var grace = organization.member("grace", "developer");
        organization.member("linus", "developer");
        try (var visitor = organization.as("grace")) {
            visitor.open(organization.path() + "/members/" + grace).link("Link a Google account").click();
            visitor.page().getByText("Cancel").click();
            visitor.sees("Link an account").isTold("You cancelled signing in. No account was linked.").shown("account-link-cancelled");

            visitor.link("Link a Google account").click();
            visitor.as("linus", organization.email("linus")).sees("Link an account")
                    .isTold("This account already belongs to a member of this organization.").shown("account-link-taken");
            visitor.link("Back").click();
            visitor.sees("grace");
            assertThat(visitor.page().locator(".accounts li")).hasCount(1);
        }
    }
}
