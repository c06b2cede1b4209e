package roster.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

import roster.systemtest.running.Roster;

/** Actions on members, and conflicts with other users of the page. */
@InBrowser
record MemberActionsTest(Roster roster, OwnOrganization organization) {
    @Test
    void a_role_is_changed_and_a_member_deleted_as_the_published_page_describes_it() {
        var grace = organization.member("grace", "developer");
        try (var ada = organization.as("ada")) {
            ada.shown("members").choose("Change role", organization.email("grace")).shown("dialog-role");
            ada.dialog().getByText("Endpoint User").click();
            ada.press("Change role").isTold("role is changed");
            assertThat(ada.row(organization.email("grace"))).containsText("Endpoint User");

            ada.choose("Delete Member", organization.email("grace")).shown("dialog-delete").press("Delete").isTold("is deleted");
            assertThat(ada.row(organization.email("grace"))).hasCount(0);
            assertThat(organization.status(grace)).isEqualTo("deleted");

            ada.open(organization.path() + "/members/" + grace).sees("grace").shown("member");
            assertThat(ada.page().locator("main")).containsText("Endpoint User");
        }
    }

    @Test
    void a_suspended_member_is_told_so_until_reactivation() {
        organization.member("grace", "developer");
        try (var ada = organization.as("ada"); var grace = organization.as("grace")) {
            ada.choose("Suspend", organization.email("grace")).shown("dialog-suspend").press("Suspend").isTold("is suspended");
            grace.page().reload();
            grace.sees("Your membership is suspended").shown("problem-suspended");

            ada.choose("Reactivate", organization.email("grace")).press("Reactivate").isTold("is active again");
            grace.page().reload();
            grace.sees("Members");
        }
    }

    @Test
    void a_deleted_member_is_erased_and_what_they_did_stays() {
        var grace = organization.member("grace", "developer");
        try (var ada = organization.as("ada")) {
            ada.choose("Delete Member", organization.email("grace")).press("Delete").isTold("grace is deleted");

            ada.open(organization.path() + "/members/" + grace).link("Erase name and address").click();
            assertThat(ada.dialog()).containsText("This cannot be undone");
            ada.shown("dialog-erase");
            ada.press("Erase permanently").isTold("Name and address are erased");

            ada.open(organization.path() + "/members/" + grace).sees("Erased member").shown("member-erased");
            assertThat(ada.page().locator(".timeline")).containsText("erased the name and the address permanently");
            assertThat(ada.page().locator("main")).not().containsText(organization.email("grace"));
            assertThat(ada.link("Erase name and address")).hasCount(0);
        }
    }

    @Test
    void of_two_admins_who_act_on_one_member_the_second_sees_how_it_is_now_and_decides_again() {
        organization.member("grace", "developer");
        try (var one = organization.as("ada"); var other = organization.as("ada")) {
            other.choose("Change role", organization.email("grace"));
            other.dialog().getByText("Admin", new Locator.GetByTextOptions().setExact(true)).click();
            one.choose("Suspend", organization.email("grace")).press("Suspend").isTold("is suspended");

            other.press("Change role").isTold("changed by another user in the meantime").shown("dialog-conflict");
            assertThat(other.dialog()).containsText("suspended");
            other.press("Change role").isTold("role is changed");

            assertThat(other.row(organization.email("grace"))).containsText("Admin");
            assertThat(other.row(organization.email("grace"))).containsText("Suspended");
        }
    }

    @Test
    void a_former_admin_is_refused_in_the_dialog_and_on_the_page() {
        var grace = organization.member("grace", "admin");
        try (var visitor = organization.as("grace")) {
            visitor.link("Invite new member").click();
            visitor.page().getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Linus");
            visitor.page().getByLabel("Email", new Page.GetByLabelOptions().setExact(true)).fill(organization.email("linus"));
            roster.commands().send("PUT", organization.path() + "/members/" + grace + "/role", """
                    {"role": "developer"}""");

            visitor.press("Submit").isTold("You don't have permission to do this.").shown("dialog-not-allowed");
            assertThat(visitor.page().locator("#name")).hasValue("Linus");
            visitor.open(organization.path() + "/members/invite").sees("You don't have permission to do this").shown("problem-not-allowed");
        }
    }

    @Test
    void the_last_admin_cannot_leave_but_another_member_can() {
        var grace = organization.member("grace", "endpoint_user");
        try (var ada = organization.as("ada"); var visitor = organization.as("grace")) {
            ada.choose("Leave organization", organization.email("ada")).isTold("this is the last one").shown("dialog-last-admin");
            assertThat(ada.dialog().getByRole(AriaRole.BUTTON)).hasCount(0);

            visitor.choose("Leave organization", organization.email("grace")).shown("dialog-leave").press("Leave")
                    .isTold("You have left Page.")
                    .sees("No organization").shown("organizations-none");
            assertThat(organization.status(grace)).isEqualTo("deleted");
        }
    }

    @Test
    void a_member_who_is_deleted_meanwhile_is_told_at_the_next_step_and_shown_nothing() {
        var grace = organization.member("grace", "developer");
        try (var visitor = organization.as("grace")) {
            roster.commands().send("DELETE", organization.path() + "/members/" + grace, null);

            visitor.link("Roles").click();

            visitor.sees("You are not a member here").shown("problem-no-member");
            assertThat(visitor.page().content()).doesNotContain(organization.email("ada"));
        }
    }
}
