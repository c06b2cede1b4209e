package roster.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Test;

import roster.systemtest.running.Roster;

/** The Activity page: the organization's log, as it grows, and as a file. */
@InBrowser
record ActivityTest(Roster roster, OwnOrganization organization) {
    private static Locator events(Visitor visitor) {
        return visitor.page().locator("#events > li");
    }

    private void changeRole(String member, String role) {
        organization.command("PUT", "/members/" + member + "/role", """
                {"role": "%s", "reason": "runs the platform"}""".formatted(role));
    }

    @Test
    void every_event_is_listed_and_found_by_type_member_and_day() throws IOException {
        var grace = organization.member("grace", "developer");
        changeRole(grace, "admin");
        assertThat(roster.queries().post("/admin/log/checkpoint", null).status()).isEqualTo(200);
        try (var ada = organization.as("ada")) {
            ada.link("Activity").click();
            ada.sees("Activity");
            assertThat(ada.page().locator("input[data-zone]")).hasAttribute("value",
                    (String) ada.page().evaluate("Intl.DateTimeFormat().resolvedOptions().timeZone"));
            assertThat(ada.page().locator("#events")).containsText("changed the role of grace");
            assertThat(ada.page().locator("#events blockquote").first()).hasText("runs the platform");
            ada.shown("activity");
            assertThat(ada.page().locator(".logged")).containsText("In the signed log: checkpoint of");
            var proof = ada.page().waitForDownload(() -> ada.page().getByText("Proof that this event").first().click());
            assertThat(Files.readString(proof.path())).contains("\"leaf\":", "\"checkpoint\":");
            ada.page().locator("#export summary").click();
            ada.shown("activity-export");
            var download = ada.page().waitForDownload(() -> ada.page().getByText("CSV, for").click());
            assertThat(Files.readString(download.path())).startsWith("position,id,time").contains(",runs the platform,");

            ada.page().getByLabel("Event", new Page.GetByLabelOptions().setExact(true))
                    .selectOption("member.invited");
            assertThat(events(ada)).hasCount(2);
            ada.page().getByLabel("About").fill("grace");
            ada.page().keyboard().press("Enter");
            assertThat(events(ada)).hasCount(1);
            assertThat(ada.page().locator(".chosen")).containsText("grace");
            assertThat(ada.page()).hasURL(Pattern.compile("member=" + grace));
            ada.shown("activity-filtered");
            ada.page().reload();
            assertThat(events(ada)).hasCount(1);
            ada.page().getByLabel("To").fill("2020-01-01");
            ada.isTold("No events found");
            assertThat(ada.page().locator("#live")).isHidden();
            ada.shown("activity-none");
        }
    }

    @Test
    void new_events_are_offered_where_the_user_is_and_shown_when_the_user_says_so() {
        var grace = organization.member("grace", "developer");
        try (var ada = organization.as("ada")) {
            ada.open(organization.path() + "/activity?type=member");
            assertThat(ada.page().locator("#live")).hasText("Live");
            ada.page().locator("#events a").last().focus();
            int before = events(ada).count();

            changeRole(grace, "admin");
            ada.isTold("Show 1 new event");
            changeRole(grace, "developer");
            ada.isTold("Show 2 new events");
            assertThat(events(ada)).hasCount(before);
            assertThat(ada.page().locator("#events a").last()).isFocused();
            ada.shown("activity-news");

            ada.page().locator("#news").click();
            assertThat(events(ada)).hasCount(before + 2);
            assertThat(events(ada).first()).containsText("changed the role of grace");
            assertThat(ada.page().locator("#events")).isFocused();
            assertThat(ada.page().locator("#news")).isHidden();
        }
    }

    @Test
    void an_interruption_is_seen_and_nothing_is_missed() {
        var grace = organization.member("grace", "developer");
        try (var ada = organization.as("ada")) {
            ada.page().route("**/activity/stream**", route -> route.fulfill(
                    new Route.FulfillOptions().setStatus(429)));
            ada.open(organization.path() + "/activity");
            assertThat(ada.page().locator("#live")).hasText("Not live");
            ada.shown("activity-not-live");
            changeRole(grace, "admin");

            ada.page().unroute("**/activity/stream**");
            assertThat(ada.page().locator("#live")).hasText("Live");
            ada.isTold("new event");
        }
    }
}
