package roster.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import roster.systemtest.running.Roster;

/** The pages of members, roles and differences as of former moments. */
@InBrowser
record PastTest(Roster roster, OwnOrganization organization) {
    @Test
    void members_and_roles_are_shown_as_of_a_moment_and_moments_that_never_were_are_told_at_the_field() {
        organization.member("grace", "developer");
        try (var ada = organization.as("ada")) {
            ada.page().getByText("As of…").click();
            ada.shown("members-as-of-menu");
            ada.page().getByLabel("Day and time").fill("2020-01-01T12:00");
            ada.page().locator(".as-of button").click();
            assertThat(ada.page().locator("#asOf-wrong")).hasText("This moment is before the organization was registered.");
            assertThat(ada.page().locator("#asOf")).isFocused();
            ada.shown("members-as-of-wrong");
            ada.page().getByLabel("Day and time").fill("2999-01-01T12:00");
            ada.page().locator(".as-of button").click();
            assertThat(ada.page().locator("#asOf-wrong")).hasText("This moment is in the future.");
        }
    }

    @Test
    void two_days_are_compared() {
        var grace = organization.member("grace", "developer");
        organization.invite("Barbara Liskov", "barbara@" + organization.slug() + ".example", "endpoint_user");
        organization.command("PUT", "/members/" + grace + "/role", "{\"role\": \"admin\"}");
        try (var ada = organization.as("ada")) {
            ada.page().getByText("As of…").click();
            ada.link("Compare two days").click();
            ada.sees("Compare two days");
            assertThat(ada.page().locator("#joined")).hasText("Joined 3");
            ada.shown("compare");
            ada.page().getByLabel("From").fill(LocalDate.now(ZoneOffset.UTC).minusDays(2).toString());
            ada.page().getByLabel("To").fill(LocalDate.now(ZoneOffset.UTC).minusDays(1).toString());
            ada.button("Compare").click();
            ada.sees("Compare two days");
            assertThat(ada.page().locator("#to-wrong")).hasText("To is before the organization was registered.");
            ada.page().getByLabel("To").fill("2999-01-01");
            ada.button("Compare").click();
            assertThat(ada.page().locator("#to-wrong")).hasText("To must not be after today.");
            ada.shown("compare-wrong");
        }
    }
}
