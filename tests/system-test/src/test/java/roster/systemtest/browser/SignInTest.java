package roster.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
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
