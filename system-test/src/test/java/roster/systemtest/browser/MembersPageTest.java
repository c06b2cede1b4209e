package roster.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.UUID;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import roster.systemtest.running.Roster;
import roster.systemtest.running.SharedRoster;

/** In an organization of its own, whose admin is Ada, signed in with Google. */
@ExtendWith(SharedRoster.class)
class MembersPageTest {
    private final String slug = "page-" + UUID.randomUUID().toString().substring(0, 8);
    private Roster roster;

    @BeforeEach
    void found(Roster shared) {
        roster = shared;
        roster.commands().post("/organizations", """
                {"slug": "%s", "name": "Page", "admin": {"name": "Ada Lovelace", "email": "%s"}}""".formatted(slug, email("ada")));
        join("ada");
    }

    private String email(String name) {
        return name + "@" + slug + ".example";
    }

    private String invite(String name, String role) {
        return roster.commands().invite(slug, name, email(name), role).text("/memberId");
    }

    /** By the operator's hand, as whom the stand-in for Google will know. */
    private void join(String name) {
        join(name, Visitor.subject(email(name)));
    }

    private void join(String name, String subject) {
        roster.commands().post("/invitations/accept", """
                {"token": "%s", "verifiedEmail": "%s", "identity": {"provider": "google", "subject": "%s"}}"""
                .formatted(roster.mails().to(email(name), 1).getFirst().token(), email(name), subject));
    }

    private String member(String name, String role) {
        var id = invite(name, role);
        join(name);
        return id;
    }

    private Visitor as(String name) {
        var visitor = Visitor.of(roster);
        visitor.open("/organizations/" + slug + "/members").continueWith("Google").as(name, email(name)).sees("Members");
        return visitor;
    }

    private String status(String member) {
        return roster.queries().get("/organizations/" + slug + "/members/" + member).text("/status");
    }

    @Test
    void a_role_is_changed_and_a_member_deleted_as_the_published_page_describes_it() {
        var grace = member("grace", "developer");
        try (var ada = as("ada")) {
            ada.shown("members").choose("Change role", email("grace")).shown("dialog-role");
            ada.dialog().getByText("Endpoint User").click();
            ada.press("Change role").isTold("role is changed");
            assertThat(ada.row(email("grace"))).containsText("Endpoint User");

            ada.choose("Delete Member", email("grace")).shown("dialog-delete").press("Delete").isTold("is deleted");
            assertThat(ada.row(email("grace"))).hasCount(0);
            assertThat(status(grace)).isEqualTo("deleted");

            ada.open("/organizations/" + slug + "/members/" + grace).sees("grace").shown("member");
            assertThat(ada.page().locator("main")).containsText("Endpoint User");
        }
    }

    @Test
    void whoever_is_deleted_while_at_the_page_is_told_at_the_next_step_and_shown_nothing() {
        var grace = member("grace", "developer");
        try (var visitor = as("grace")) {
            roster.commands().send("DELETE", "/organizations/" + slug + "/members/" + grace, null);

            visitor.link("Roles").click();

            visitor.sees("You are not a member here").shown("problem-no-member");
            assertThat(visitor.page().content()).doesNotContain(email("ada"));
        }
    }

    @Test
    void whoever_is_suspended_is_told_so_until_they_are_reactivated() {
        member("grace", "developer");
        try (var ada = as("ada"); var grace = as("grace")) {
            ada.choose("Suspend", email("grace")).shown("dialog-suspend").press("Suspend").isTold("is suspended");
            grace.page().reload();
            grace.sees("Your membership is suspended").shown("problem-suspended");

            ada.choose("Reactivate", email("grace")).press("Reactivate").isTold("is active again");
            grace.page().reload();
            grace.sees("Members");
        }
    }

    @Test
    void of_two_admins_who_act_on_one_member_the_second_sees_how_it_is_now_and_decides_again() {
        member("grace", "developer");
        try (var one = as("ada"); var other = as("ada")) {
            other.choose("Change role", email("grace"));
            other.dialog().getByText("Admin", new Locator.GetByTextOptions().setExact(true)).click();
            one.choose("Suspend", email("grace")).press("Suspend").isTold("is suspended");

            other.press("Change role").isTold("changed by somebody else in the meantime").shown("dialog-conflict");
            assertThat(other.dialog()).containsText("suspended");
            other.press("Change role").isTold("role is changed");

            assertThat(other.row(email("grace"))).containsText("Admin");
            assertThat(other.row(email("grace"))).containsText("Suspended");
        }
    }

    @Test
    void whoever_has_the_address_of_a_member_but_is_somebody_else_to_the_provider_is_a_stranger() {
        invite("grace", "admin");
        join("grace", "of-another-account");
        try (var sameProvider = Visitor.of(roster); var otherProvider = Visitor.of(roster)) {
            sameProvider.open("/").continueWith("Google").as("grace", email("grace")).sees("No organization");
            sameProvider.open("/organizations/" + slug + "/members").sees("You are not a member here");

            otherProvider.open("/").continueWith("GitHub").as("ada", email("ada")).sees("No organization");
        }
    }

    @Test
    void whoever_is_no_admin_any_longer_is_refused_in_the_dialog_and_then_the_page() {
        var grace = member("grace", "admin");
        try (var visitor = as("grace")) {
            visitor.link("Invite new member").click();
            visitor.page().getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Linus");
            visitor.page().getByLabel("Email", new Page.GetByLabelOptions().setExact(true)).fill(email("linus"));
            roster.commands().send("PUT", "/organizations/" + slug + "/members/" + grace + "/role", """
                    {"role": "developer"}""");

            visitor.press("Submit").isTold("You are not allowed to do this, or not any longer.").shown("dialog-not-allowed");
            assertThat(visitor.page().locator("#name")).hasValue("Linus");
            visitor.open("/organizations/" + slug + "/members/invite").sees("That is not for you to do").shown("problem-not-allowed");
        }
    }

    @Test
    void what_takes_a_while_is_seen_to_be_on_its_way() {
        var held = new ArrayList<Route>();
        try (var ada = as("ada")) {
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
    void the_last_admin_cannot_leave_but_another_member_can() {
        var grace = member("grace", "endpoint_user");
        try (var ada = as("ada"); var visitor = as("grace")) {
            ada.choose("Leave organization", email("ada")).isTold("this is the last one").shown("dialog-last-admin");
            assertThat(ada.dialog().getByRole(AriaRole.BUTTON)).hasCount(0);

            visitor.choose("Leave organization", email("grace")).shown("dialog-leave").press("Leave").isTold("You have left Page.")
                    .sees("No organization").shown("organizations-none");
            assertThat(status(grace)).isEqualTo("deleted");
        }
    }

    @Test
    void a_double_click_invites_once_and_what_is_wrong_is_said_at_the_field() {
        try (var ada = as("ada")) {
            ada.invite("Grace", "not an address", "Developer");
            assertThat(ada.dialog().locator("#email-wrong")).containsText("e-mail address");
            assertThat(ada.page().locator("#email")).isFocused();
            ada.shown("dialog-invite-wrong");

            ada.page().locator("#email").fill(email("grace"));
            ada.dialog().getByText("Submit").dblclick();
            ada.isTold("Grace is invited");
            assertThat(ada.row(email("grace"))).hasCount(1);
            assertThat(roster.mails().to(email("grace"), 1)).hasSize(1);

            ada.invite("Grace again", email("grace"), "Admin");
            assertThat(ada.dialog()).containsText("already");
        }
    }

    @Test
    void the_list_is_searched_filtered_and_continued() {
        for (int i = 0; i < 27; i++) {
            invite("person%02d".formatted(i), i % 9 == 0 ? "admin" : "developer");
        }
        try (var ada = as("ada")) {
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
            ada.page().getByLabel("Search by name or address").fill("nobody");
            assertThat(ada.page().getByText("Nobody matches")).isVisible();
            ada.shown("members-nobody-matches");
            ada.page().goBack();
            assertThat(ada.page().locator("#rows > tr[data-member]")).hasCount(1);
        }
    }

    @Test
    void everything_can_be_done_by_keyboard() {
        try (var ada = as("ada")) {
            var keys = ada.page().keyboard();
            ada.link("Invite new member").focus();
            keys.press("Enter");
            assertThat(ada.page().locator("#name")).isFocused();
            keys.type("Grace");
            keys.press("Tab");
            keys.type(email("grace"));
            keys.press("Enter");
            ada.isTold("Grace is invited");

            ada.row(email("grace")).locator("summary").focus();
            keys.press("Enter");
            ada.row(email("grace")).getByText("Revoke invitation").focus();
            keys.press("Enter");
            assertThat(ada.dialog()).isVisible();
            keys.press("Escape");
            assertThat(ada.dialog()).hasCount(0);

            ada.choose("Revoke invitation", email("grace"));
            ada.dialog().getByText("Revoke", new Locator.GetByTextOptions().setExact(true)).focus();
            keys.press("Enter");
            ada.isTold("invitation is revoked");
        }
    }

    @Test
    void who_belongs_to_several_organizations_chooses() {
        roster.commands().invite("acme", "Ada of two", email("ada"), "developer");
        roster.commands().post("/invitations/accept", """
                {"token": "%s", "verifiedEmail": "%s", "identity": {"provider": "google", "subject": "%s"}}"""
                .formatted(roster.mails().to(email("ada"), 2).getLast().token(), email("ada"), Visitor.subject(email("ada"))));
        try (var ada = as("ada")) {
            ada.open("/").sees("Your organizations").shown("organizations");
            ada.page().locator(".choices").getByText("Acme").click();
            ada.sees("Members");
            assertThat(ada.page()).hasURL(roster.console() + "/organizations/acme/members");
        }
    }

    @Test
    void what_each_role_may_do_stands_in_the_published_table() {
        try (var ada = as("ada")) {
            ada.link("Roles").click();
            ada.sees("Roles").shown("roles");
            assertThat(ada.page().getByText("Configure standby instances")).isVisible();
        }
    }

    @Test
    void a_token_shows_its_secret_once_and_works_until_it_is_revoked() {
        try (var ada = as("ada")) {
            ada.link("API tokens").click();
            ada.sees("API tokens").shown("tokens-none");
            ada.page().getByText("Create API token").first().click();
            ada.page().getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("build server");
            ada.dialog().locator("input[type=checkbox]").first().check();
            ada.shown("dialog-token");
            ada.dialog().locator("button.primary").click();
            var secret = ada.dialog().locator("#secret").textContent().strip();
            ada.shown("dialog-secret");
            assertThat(roster.queries().as(secret).get("/me/organizations").status()).isEqualTo(200);

            ada.open("/organizations/" + slug + "/api-tokens");
            assertThat(ada.page().content()).doesNotContain(secret);
            ada.shown("tokens");
            ada.page().locator("tr").filter(new Locator.FilterOptions().setHasText("build server")).getByText("Revoke").first().click();
            ada.press("Revoke").isTold("revoked");

            assertThat(roster.queries().as(secret).get("/me/organizations").status()).isEqualTo(401);
        }
    }

    @Test
    void a_sign_in_that_is_cancelled_leads_back() {
        try (var visitor = Visitor.of(roster)) {
            visitor.open("/").sees("Sign in to Roster").shown("sign-in").continueWith("GitHub");
            visitor.page().getByText("Cancel").click();

            visitor.sees("Sign in to Roster").isTold("You cancelled signing in.").shown("sign-in-cancelled");
        }
    }

    @Test
    void payloads_in_names_and_addresses_are_words_on_every_page() {
        var payloads = new String[]{"<img src=x onerror=alert(1)>", "\\\"'><script>alert(1)</script>",
                "\u05e2\u05d3\u05d4 \u0623\u062f\u0627",
                "\ud83d\ude80".repeat(32), "W".repeat(64), "\u6f22".repeat(64)};
        try (var ada = as("ada")) {
            ada.page().onDialog(dialog -> {
                throw new AssertionError("a script has run: " + dialog.message());
            });
            for (int i = 0; i < payloads.length; i++) {
                var answer = roster.commands().invite(slug, payloads[i],
                        "p" + i + ".o'brien+x@" + (i == 2 ? "b\u00fccher." : "xn--bcher-kva.") + slug + ".example",
                        "developer");
                assertThat(answer.status()).as(payloads[i]).isEqualTo(201);
                ada.open("/organizations/" + slug + "/members/" + answer.text("/memberId"));
                assertThat(ada.page().locator("h1")).hasText(payloads[i].replace("\\\"", "\""));
                ada.shown("payload-member-" + i);
                ada.open("/organizations/" + slug + "/members/" + answer.text("/memberId") + "/revoke").sees("Revoke invitation");
            }
            ada.open("/organizations/" + slug + "/members").shown("payload-members");
            try (var invitee = Visitor.of(roster)) {
                var to = "p1.o'brien+x@xn--bcher-kva." + slug + ".example";
                invitee.openLink(roster.mails().to(to, 1).getFirst().token()).sees("Join Page").shown("payload-invitation");
            }
        }
    }
}
