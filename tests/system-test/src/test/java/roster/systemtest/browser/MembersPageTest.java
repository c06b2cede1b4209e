package roster.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;

import roster.systemtest.running.Roster;

/** The list of members, and invitations from it. */
@InBrowser
record MembersPageTest(Roster roster, OwnOrganization organization) {
    @Test
    void a_double_click_invites_once_and_what_is_wrong_is_said_at_the_field() {
        try (var ada = organization.as("ada")) {
            ada.invite("Grace", "not an address", "Developer");
            assertThat(ada.dialog().locator("#email-wrong")).containsText("e-mail address");
            assertThat(ada.page().locator("#email")).isFocused();
            ada.shown("dialog-invite-wrong");

            ada.page().locator("#email").fill(organization.email("grace"));
            ada.dialog().getByText("Submit").dblclick();
            ada.isTold("Grace is invited");
            assertThat(ada.row(organization.email("grace"))).hasCount(1);
            assertThat(roster.mails().to(organization.email("grace"), 1)).hasSize(1);

            ada.invite("Grace again", organization.email("grace"), "Admin");
            assertThat(ada.dialog()).containsText("already");
        }
    }

    @Test
    void the_list_is_searched_filtered_and_continued() {
        for (int i = 0; i < 27; i++) {
            organization.invite("person%02d".formatted(i), i % 9 == 0 ? "admin" : "developer");
        }
        try (var ada = organization.as("ada")) {
            assertThat(ada.page().locator("#rows > tr[data-member]")).hasCount(25);
            ada.link("Show more").click();
            assertThat(ada.page().locator("#rows > tr[data-member]")).hasCount(28);
            ada.link("Name").click();
            assertThat(ada.page().locator("#rows > tr").first()).containsText("person26");
            assertThat(ada.page().locator("th[aria-sort=descending]")).hasText("Name");

            ada.page().getByLabel("Role").selectOption("admin");
            assertThat(ada.page().locator("#rows > tr[data-member]")).hasCount(4);
            ada.page().getByLabel("Search by name or address").fill("PERSON09");
            assertThat(ada.page().locator("#rows > tr[data-member]")).hasCount(1);
            ada.page().reload();
            assertThat(ada.page().locator("#rows > tr[data-member]")).hasCount(1);
            ada.page().getByLabel("Search by name or address").fill("unknown");
            assertThat(ada.page().getByText("No members found")).isVisible();
            ada.shown("members-none-found");
            ada.page().goBack();
            assertThat(ada.page().locator("#rows > tr[data-member]")).hasCount(1);
        }
    }

    @Test
    void on_a_phone_the_chosen_status_is_in_sight() {
        try (var ada = organization.as("ada")) {
            ada.page().setViewportSize(360, 780);
            ada.open(organization.path() + "/members?status=deleted");
            assertThat(ada.page().locator(".tabs label").last()).isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
        }
    }

    @Test
    void everything_can_be_done_by_keyboard() {
        try (var ada = organization.as("ada")) {
            var keys = ada.page().keyboard();
            ada.link("Invite new member").focus();
            keys.press("Enter");
            assertThat(ada.page().locator("#name")).isFocused();
            keys.type("Grace");
            keys.press("Tab");
            keys.type(organization.email("grace"));
            keys.press("Enter");
            ada.isTold("Grace is invited");

            ada.row(organization.email("grace")).locator("summary").focus();
            keys.press("Enter");
            ada.row(organization.email("grace")).getByText("Revoke invitation").focus();
            keys.press("Enter");
            assertThat(ada.dialog()).isVisible();
            keys.press("Escape");
            assertThat(ada.dialog()).hasCount(0);

            ada.choose("Revoke invitation", organization.email("grace"));
            ada.dialog().getByText("Revoke", new Locator.GetByTextOptions().setExact(true)).focus();
            keys.press("Enter");
            ada.isTold("invitation is revoked");
        }
    }

    @Test
    void typing_at_once_goes_into_the_focused_field() {
        try (var ada = organization.as("ada")) {
            ada.page().evaluate(
                    "document.addEventListener('htmx:afterSwap', () => setTimeout(() => document.getElementById('email').focus()))");
            ada.link("Invite new member").click();
            assertThat(ada.dialog()).isVisible();

            assertThat(ada.page().locator(".htmx-settling")).hasCount(0);
            assertThat(ada.page().locator("#email")).isFocused();
        }
    }

    @Test
    void what_takes_a_while_is_seen_to_be_on_its_way() {
        var held = new ArrayList<Route>();
        try (var ada = organization.as("ada")) {
            ada.page().route("**/members/invite", held::add);
            ada.link("Invite new member").click();
            assertThat(ada.page().locator("body:has(.htmx-request)")).hasCount(1);
            ada.shown("members-loading");
            assertThat(ada.dialog()).hasCount(0);

            held.forEach(Route::resume);
            assertThat(ada.dialog()).isVisible();
            assertThat(ada.page().locator("body:has(.htmx-request)")).hasCount(0);
            ada.shown("dialog-invite");
        }
    }

    @Test
    void payloads_in_names_and_addresses_are_words_on_every_page() {
        var payloads = new String[]{"<img src=x onerror=alert(1)>", "\\\"'><script>alert(1)</script>",
                "\u05e2\u05d3\u05d4 \u0623\u062f\u0627",
                "\ud83d\ude80".repeat(32), "W".repeat(64), "\u6f22".repeat(64)};
        try (var ada = organization.as("ada")) {
            ada.page().onDialog(dialog -> {
                throw new AssertionError("a script has run: " + dialog.message());
            });
            for (int i = 0; i < payloads.length; i++) {
                var member = organization.invite(payloads[i],
                        "p" + i + ".o'brien+x@" + (i == 2 ? "b\u00fccher." : "xn--bcher-kva.") + organization.slug() + ".example",
                        "developer");
                ada.open(organization.path() + "/members/" + member);
                assertThat(ada.page().locator("h1")).hasText(payloads[i].replace("\\\"", "\""));
                ada.shown("payload-member-" + i);
                ada.open(organization.path() + "/members/" + member + "/revoke").sees("Revoke invitation");
            }
            ada.open(organization.path() + "/members").shown("payload-members");
            try (var invitee = Visitor.of(roster)) {
                var to = "p1.o'brien+x@xn--bcher-kva." + organization.slug() + ".example";
                invitee.openLink(roster.mails().to(to, 1).getFirst().token()).sees("Join Page").shown("payload-invitation");
            }
        }
    }

    @Test
    void what_each_role_may_do_stands_in_the_published_table() {
        try (var ada = organization.as("ada")) {
            ada.link("Roles").click();
            ada.sees("Roles").shown("roles");
            assertThat(ada.page().getByText("Configure standby instances")).isVisible();
        }
    }
}
