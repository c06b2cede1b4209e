package roster.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

import roster.systemtest.running.Roster;

/** The pages without a mouse: where the focus goes, and what Enter, Tab and Escape do. */
@InBrowser
record KeyboardTest(Roster roster, OwnOrganization organization) {
    private void press(Visitor visitor, String... keys) {
        for (var key : keys) {
            visitor.page().keyboard().press(key);
        }
    }

    private Locator menu(Visitor visitor, String name) {
        return visitor.row(organization.email(name)).locator("summary");
    }

    @Test
    void everything_can_be_done_by_keyboard_and_the_focus_stays_where_the_user_is() {
        try (var ada = organization.as("ada")) {
            var keys = ada.page().keyboard();
            ada.link("Invite new member").focus();
            press(ada, "Enter");
            assertThat(ada.page().locator("#name")).isFocused();
            press(ada, "Escape");
            assertThat(ada.link("Invite new member")).isFocused();
            press(ada, "Enter");
            assertThat(ada.page().locator("#name")).isFocused();
            keys.type("Grace");
            press(ada, "Tab");
            keys.type("not an address");
            press(ada, "Enter");
            assertThat(ada.page().locator("#email[aria-invalid]")).isFocused();
            ada.page().locator("#email").fill(organization.email("grace"));
            press(ada, "Enter");
            ada.isTold("Grace is invited");
            assertThat(ada.link("Invite new member")).isFocused();

            menu(ada, "grace").focus();
            press(ada, "Enter");
            ada.row(organization.email("grace")).getByText("Change name").focus();
            press(ada, "Enter");
            assertThat(ada.page().locator("#name")).isFocused();
            press(ada, "Escape");
            assertThat(ada.dialog()).hasCount(0);
            assertThat(menu(ada, "grace")).isFocused();
            press(ada, "Enter");
            assertThat(ada.page().locator("details.menu[open]")).hasCount(1);
            press(ada, "Shift+Tab");
            assertThat(ada.page().locator("details.menu[open]")).hasCount(0);

            menu(ada, "grace").focus();
            press(ada, "Enter");
            ada.row(organization.email("grace")).getByText("Change name").focus();
            press(ada, "Enter");
            ada.page().locator("#name").fill("Amazing Grace");
            press(ada, "Enter");
            ada.isTold("The name is now Amazing Grace.");
            assertThat(menu(ada, "grace")).isFocused();
            assertThat(ada.page().locator("#announcement")).hasText("The name is now Amazing Grace.");
        }
    }

    @Test
    void enter_ends_nothing_by_accident() {
        organization.member("grace", "developer");
        try (var ada = organization.as("ada")) {
            menu(ada, "grace").focus();
            press(ada, "Enter");
            ada.row(organization.email("grace")).getByText("Delete Member").focus();
            press(ada, "Enter");
            assertThat(ada.dialog().getByText("Cancel")).isFocused();
            ada.page().evaluate("document.addEventListener('htmx:beforeRequest', () => document.body.dataset.asked = 'again')");
            ada.page().locator("#reason").fill("left the company");
            press(ada, "Enter");
            assertThat(ada.page().locator("body[data-asked]")).hasCount(0);
            assertThat(ada.dialog()).isVisible();
            ada.dialog().getByText("Cancel").focus();
            press(ada, "Enter");
            assertThat(ada.dialog()).hasCount(0);
            assertThat(menu(ada, "grace")).isFocused();

            press(ada, "Enter");
            ada.row(organization.email("grace")).getByText("Delete Member").focus();
            press(ada, "Enter");
            assertThat(ada.dialog().getByText("Cancel")).isFocused();
            press(ada, "Tab");
            assertThat(ada.dialog().getByText("Delete", new Locator.GetByTextOptions().setExact(true))).isFocused();
            press(ada, "Enter");
            ada.isTold("grace is deleted");
            assertThat(ada.page().locator("main > .notice")).isFocused();
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
}
