package roster.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import roster.console.Acme;
import roster.console.Browser;
import roster.console.Browsers;
import roster.console.ConsoleTest;
import roster.console.FakeServices;

@ConsoleTest
class FrameTest {
    private static final String DIALOG = "/organizations/acme/members/invite";
    private static final String NONE = """
            {"data":[],"next":null,"position":"7"}""";

    @Autowired private Browsers browsers;
    @Autowired private FakeServices services;
    private Browser browser;

    @BeforeEach
    void admin() {
        Acme.asAdmin(services);
        browser = browsers.signedIn();
    }

    @Test
    void a_page_is_of_the_html_that_is_drawn_as_written() {
        assertThat(browser.get(DIALOG).html()).startsWith("<!doctype html>\n<html lang=\"en\">").containsOnlyOnce("<html");
        assertThat(browsers.open().get("/sign-in").html()).startsWith("<!doctype html>\n<html lang=\"en\">");
    }

    @Test
    void a_dialog_is_what_is_in_the_page_without_what_is_around_it() {
        assertThat(browser.dialog(DIALOG).html().strip()).startsWith("<form id=\"main\"").endsWith("</form>");
    }

    private static String colour(String html, String avatar) {
        var found = Pattern.compile(avatar + "[^>]*(tone-\\d)").matcher(html);
        assertThat(found.find()).as(html).isTrue();
        return found.group(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/organizations/acme/members", "/organizations/acme/members/invite", "/organizations", "/nowhere",
            "/organizations/elsewhere/members", "/sign-in?failed=provider", "/invitations"})
    void the_user_has_the_colour_of_their_member_on_every_page(String path) {
        services.answer(Acme.PATH + "/roles", NONE).answer(Acme.PATH + "/members", NONE);
        var member = browser.get("/organizations/acme/members/" + Acme.ADA + "/name").html();

        assertThat(colour(browser.get(path).html(), "<summary><span class=\"avatar"))
                .isEqualTo(colour(member, "subject\"><span class=\"avatar"));
    }

    @Test
    void nothing_on_a_page_needs_a_style_or_a_script_of_its_own() {
        assertThat(browser.get(DIALOG).html()).doesNotContain("style=", "<style", "onclick=", "javascript:")
                .doesNotContainPattern("<script(?![^>]* src=)");
    }
}
