package roster.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

import roster.systemtest.running.Roster;

/** Sign-in with each provider, and the page shown afterwards. */
@InBrowser
record SignInTest(Roster roster, OwnOrganization organization) {
    @Test
    void a_sign_in_that_is_cancelled_leads_back() {
        try (var visitor = Visitor.of(roster)) {
            visitor.open("/").sees("Sign in to Roster").shown("sign-in").continueWith("GitHub");
            visitor.page().getByText("Cancel").click();

            visitor.sees("Sign in to Roster").isTold("You cancelled signing in.").shown("sign-in-cancelled");
        }
    }

    @Test
    void who_belongs_to_several_organizations_chooses() {
        roster.commands().invite("acme", "Ada of two", organization.email("ada"), "developer");
        roster.commands().post("/invitations/accept", """
                {"token": "%s", "verifiedEmail": "%s", "identity": {"provider": "google", "subject": "%s"}}"""
                .formatted(roster.mails().to(organization.email("ada"), 2).getLast().token(), organization.email("ada"),
                        Visitor.subject(organization.email("ada"))));
        try (var ada = organization.as("ada")) {
            ada.open("/").sees("Your organizations").shown("organizations");
            ada.page().locator(".choices").getByText("Acme").click();
            ada.sees("Members");
            assertThat(ada.page()).hasURL(roster.console() + "/organizations/acme/members");
        }
    }

    @Test
    void on_a_phone_the_menu_of_any_page_names_the_user_and_leads_to_the_members() {
        try (var ada = organization.as("ada")) {
            ada.page().setViewportSize(320, 640);
            ada.open("/organizations").page().locator(".user summary").click();
            assertThat(ada.page().locator(".user .items").getByText("ada", new Locator.GetByTextOptions().setExact(true)))
                    .isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
            ada.shown("user-menu").link("Members").click();

            assertThat(ada.page()).hasURL(roster.console() + organization.path() + "/members");
            ada.open("/nowhere").sees("Page not found").page().locator(".user summary").click();
            ada.link("Members").click();
            ada.sees("Members");
        }
    }

    private void fillIn(Visitor ada) {
        ada.link("Invite new member").click();
        ada.page().locator("#name").fill("Grace");
        ada.page().locator("#email").fill(organization.email("grace"));
        ada.dialog().getByRole(AriaRole.RADIO).first().check();
        ada.page().locator("#reason").fill("leads the <b>team");
    }

    private static void isFilledIn(Page page) {
        assertThat(page.locator("dialog[open] #name")).hasValue("Grace");
        assertThat(page.locator("#reason")).hasValue("leads the <b>team");
        assertThat(page.getByRole(AriaRole.RADIO).first()).isChecked();
    }

    @Test
    void what_was_typed_when_the_session_had_ended_is_there_after_signing_in() {
        try (var ada = organization.as("ada")) {
            ada.open(organization.path() + "/members?role=admin").sees("Members");
            fillIn(ada);
            ada.context().clearCookies();
            ada.press("Submit").sees("Sign in to Roster").continueWith("Google").as("ada", organization.email("ada"));
            isFilledIn(ada.page());
            assertThat(ada.page()).hasURL(roster.console() + organization.path() + "/members?role=admin");

            var first = ada.page();
            first.evaluate("document.body.dataset.old = 'true'");
            ada.context().clearCookies();
            ada.openInNewTab(organization.path() + "/members").continueWith("Google").as("ada", organization.email("ada")).sees("Members");
            first.getByText("Submit").click();
            assertThat(first.locator("body[data-old]")).hasCount(0);
            isFilledIn(first);
            first.getByText("Submit").click();
            assertThat(first.locator("main > .notice")).containsText("Grace is invited");
            first.getByText("Invite new member").click();
            assertThat(first.locator("dialog[open] #name")).hasValue("");
        }
    }

    @Test
    void what_could_not_be_sent_is_said_where_it_can_be_seen_and_is_not_lost() {
        try (var ada = organization.as("ada")) {
            ada.page().setViewportSize(800, 420);
            fillIn(ada);
            ada.goesOffline().press("Submit").isTold("The console cannot be reached");
            assertThat(ada.page().locator("#trouble")).isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
            Assertions.assertThat((Boolean) ada.page().evaluate("""
                    () => {
                        const {x, y, width, height} = trouble.getBoundingClientRect();
                        return trouble.contains(document.elementFromPoint(x + width / 2, y + height / 2));
                    }""")).isTrue();
            ada.shown("dialog-offline");
            ada.context().setOffline(false);
            ada.press("Submit").isTold("Grace is invited");
        }
    }

    @Test
    void another_account_in_the_same_tab_is_not_shown_what_was_typed() {
        organization.member("linus", "admin");
        try (var ada = organization.as("ada")) {
            fillIn(ada);
            ada.context().clearCookies();
            ada.press("Submit").sees("Sign in to Roster").continueWith("Google").as("linus", organization.email("linus")).sees("Members");
            ada.page().waitForFunction("sessionStorage.getItem('draft') === null");
            assertThat(ada.dialog()).hasCount(0);
        }
    }

    @Test
    void the_first_admin_is_invited_without_an_inviter_and_with_room_above_the_title() {
        var slug = "first-" + organization.slug();
        roster.commands().post("/organizations", """
                {"slug": "%1$s", "name": "First", "admin": {"name": "Ada Lovelace", "email": "ada@%1$s.example"}}""".formatted(slug));
        try (var ada = Visitor.of(roster)) {
            ada.openLink(roster.mails().to("ada@" + slug + ".example", 1).getLast().token()).sees("Join First")
                    .shown("invitation-first-admin");

            var logo = ada.page().locator(".card > .avatar").boundingBox();
            var title = ada.page().locator("h1").boundingBox();
            Assertions.assertThat(title.y - logo.y - logo.height).isGreaterThan(8);
        }
    }

    @Test
    void the_address_of_a_member_with_another_subject_is_a_stranger() {
        organization.invite("grace", "admin");
        organization.join("grace", "of-another-account");
        try (var sameProvider = Visitor.of(roster); var otherProvider = Visitor.of(roster)) {
            sameProvider.open("/").continueWith("Google").as("grace", organization.email("grace")).sees("No organization");
            sameProvider.open(organization.path() + "/members").sees("You are not a member here");

            otherProvider.open("/").continueWith("GitHub").as("ada", organization.email("ada")).sees("No organization");
        }
    }
}
