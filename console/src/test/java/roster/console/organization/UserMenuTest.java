package roster.console.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import roster.console.Acme;
import roster.console.Browser;
import roster.console.Browser.Page;
import roster.console.Browsers;
import roster.console.ConsoleTest;
import roster.console.FakeServices;

/** "Click your user name in the top-right corner of any page, then select Members." */
@ConsoleTest
class UserMenuTest {
    private static final Pattern MENU = Pattern.compile("(?s)<details class=\"menu user\">.*?</details>");
    private static final Pattern MEMBERS = Pattern.compile("href=\"([^\"]+)\">Members</a>");

    @Autowired private Browsers browsers;
    @Autowired private FakeServices services;
    private Browser ada;

    @BeforeEach
    void signIn() {
        Acme.asAdmin(services);
        services.answer(Acme.PATH + "/roles", """
                {"data":[],"next":null,"position":"7"}""").answer(Acme.PATH + "/members", """
                {"data":[],"next":null,"position":"7"}""");
        ada = browsers.signedIn();
    }

    private static String menu(Page page) {
        var menu = MENU.matcher(page.html());
        assertThat(menu.find()).as(page.html()).isTrue();
        return menu.group();
    }

    private Page followMembers(Page page) {
        var link = MEMBERS.matcher(menu(page));
        assertThat(link.find()).as(page.address() + menu(page)).isTrue();
        return ada.get(link.group(1));
    }

    private void alsoIn(String slug, String status) {
        services.answer("/me/organizations", """
                {"data":[{"organizationId":"%s","slug":"acme","name":"Acme","memberId":"%s","role":"admin","status":"%s","permissions":[]},
                         {"organizationId":"%s","slug":"%s","name":"Other","memberId":"%s","role":"admin","status":"active",
                          "permissions":[]}],"next":null,"position":"7"}""".formatted(Acme.ID, Acme.ADA, status, UUID.randomUUID(), slug,
                Acme.GRACE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/organizations/acme/members", "/organizations/acme/members/invite", "/organizations", "/invitations",
            "/sign-in?failed=provider", "/organizations/elsewhere/members", "/nothing", "/organizations/acme/members/no-id",
            "/organizations/acme/members?role=unreadable"})
    void the_menu_of_any_page_names_the_user_and_leads_to_the_members(String path) {
        services.answer("GET", Acme.PATH + "/members?limit=25&order=name&role=unreadable", 503, "");
        var page = ada.get(path);

        assertThat(menu(page)).containsPattern("(?s)class=\"items\".*Ada Lovelace.*ada@acme.example");
        assertThat(followMembers(page).address().getPath()).isEqualTo("/organizations/acme/members");
    }

    @Test
    void a_refused_form_has_the_menu_too() {
        var refused = ada.postWithout("/organizations/acme/members/invite", "name", "Grace");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(followMembers(refused).address().getPath()).isEqualTo("/organizations/acme/members");
    }

    @Test
    void of_several_organizations_the_one_opened_last_is_shown() {
        alsoIn("other", "active");
        ada = browsers.signedIn();
        assertThat(followMembers(ada.get("/organizations")).address().getPath()).as("none opened").isEqualTo("/organizations");

        ada.get("/organizations/acme/members");

        assertThat(followMembers(ada.get("/organizations")).address().getPath()).isEqualTo("/organizations/acme/members");
        alsoIn("other", "suspended");
        assertThat(followMembers(ada.get("/organizations")).address().getPath()).as("can no longer be opened")
                .isEqualTo("/organizations");
    }

    @Test
    void the_link_works_after_the_session_has_ended() {
        var browser = browsers.open();
        browser.get("/members");

        assertThat(browser.signIn("google", "Ada Lovelace", "ada@acme.example").address().getPath())
                .isEqualTo("/organizations/acme/members");
    }
}
