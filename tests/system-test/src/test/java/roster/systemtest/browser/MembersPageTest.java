package roster.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;

import roster.systemtest.running.Roster;

/** The list of members, and invitations from it. */
@InBrowser
record MembersPageTest(Roster roster, OwnOrganization organization) {
    /** Words of a table that are in more than one line. */
    private static final String BROKEN_WORDS = """
            Array.from(document.querySelectorAll("table th")).flatMap(cell => Array.from(cell.textContent.matchAll(/\\S+/g)).filter(word => {
                const range = new Range();
                range.setStart(cell.firstChild, word.index);
                range.setEnd(cell.firstChild, word.index + word[0].length);
                return range.getClientRects().length > 1;
            }).map(String))""";

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
            organization.invite(String.format(Locale.ROOT, "person%02d", i), i % 9 == 0 ? "admin" : "developer");
        }
        try (var ada = organization.as("ada")) {
            assertThat(ada.page().locator("#rows > tr[data-member]")).hasCount(25);
            ada.link("Show more").click();
            assertThat(ada.page().locator("#rows > tr[data-member]")).hasCount(28);
            assertThat(ada.page().locator("#rows > tr").nth(25).locator("a").first()).isFocused();
            ada.row(organization.email("person26")).getByText("person26", new Locator.GetByTextOptions().setExact(true)).click();
            ada.sees("person26").page().goBack();
            assertThat(ada.page().locator("#rows > tr[data-member]")).hasCount(28);
            ada.link("Name").click();
            assertThat(ada.page().locator("#rows > tr").first()).containsText("person26");
            assertThat(ada.page().locator("th[aria-sort=descending]")).hasText("Name");

            ada.page().getByLabel("Role").selectOption("admin");
            assertThat(ada.page().locator("#rows > tr[data-member]")).hasCount(4);
            assertThat(ada.page().locator(".found")).hasText("4 members found");
            assertThat(ada.page().locator(".tabs label").nth(2)).hasText("Invited 3");
            ada.page().getByLabel("Search by name or address").fill("PERSON09");
            assertThat(ada.page().locator("#rows > tr[data-member]")).hasCount(1);
            assertThat(ada.page().locator(".found")).hasText("1 member found");
            assertThat(ada.page().locator(".tabs label").nth(1)).hasText("Active 0");
            assertThat(ada.page().locator("#role option:checked")).hasText("Admin (1)");
            assertThat(ada.page().getByLabel("Search by name or address")).isFocused();
            ada.isTold("Members of Page: 1");
            ada.page().evaluate("document.addEventListener('htmx:beforeRequest', () => document.body.dataset.asked = 'again')");
            ada.page().locator("#rows summary").click();
            assertThat(ada.page().locator("#rows details")).hasAttribute("open", "");
            assertThat(ada.page().locator("body[data-asked]")).hasCount(0);
            ada.page().reload();
            assertThat(ada.page().locator("#rows > tr[data-member]")).hasCount(1);
            ada.link("person09").click();
            ada.sees("person09").page().locator(".back a").click();
            assertThat(ada.page().locator("#rows > tr[data-member]")).hasCount(1);
            assertThat(ada.page().getByLabel("Search by name or address")).hasValue("PERSON09");
            ada.page().getByLabel("Search by name or address").fill("unknown");
            ada.isTold("No members found");
            ada.shown("members-none-found");
            ada.page().goBack();
            assertThat(ada.page().locator("#rows > tr[data-member]")).hasCount(1);
            assertThat(ada.page().locator("#role")).hasValue("admin");
            assertThat(ada.page().getByLabel("Search by name or address")).hasValue("PERSON09");
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
            ada.page().setViewportSize(320, 780);
            assertThat((List<?>) ada.page().evaluate(BROKEN_WORDS)).isEmpty();
        }
    }
}
