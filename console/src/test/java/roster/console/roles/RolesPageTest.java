package roster.console.roles;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import roster.console.Acme;
import roster.console.Browser.Page;
import roster.console.Browsers;
import roster.console.ConsoleTest;
import roster.console.FakeServices;
import roster.contract.role.Permission;
import roster.contract.role.Role;

@ConsoleTest
class RolesPageTest {
    private static final Pattern ROW = Pattern.compile("<th scope=\"row\">([^<]+)</th>(.*?)</tr>", Pattern.DOTALL);
    private static final Pattern ANSWER = Pattern.compile("class=\"hidden\">(yes|no)<");

    @Autowired private Browsers browsers;
    @Autowired private FakeServices services;
    private Page page;

    @BeforeEach
    void open() {
        Acme.asEndpointUser(services).answer(Acme.PATH + "/roles", """
                {"data":[%s],"next":null,"position":"7"}""".formatted(Arrays.stream(Role.values()).map(RolesPageTest::role)
                .collect(joining(","))));
        page = browsers.signedIn().get("/organizations/acme/roles");
    }

    private static String role(Role role) {
        return """
                {"role":"%s","permissions":[%s],"members":{"active":%s,"invited":1,"suspended":1,"expired":1}}""".formatted(role.value(),
                Arrays.stream(Permission.values()).filter(role.permissions()::contains).map(it -> """
                        {"value":"%s","wording":"%s","published":%s}""".formatted(it.value(), it.wording(), it.isPublished()))
                        .collect(joining(",")),
                role == Role.ADMIN ? 0 : 1);
    }

    @Test
    void the_table_is_the_published_one_and_after_it_come_rosters_own_permissions() {
        var rows = ROW.matcher(page.html()).results().map(it -> it.group(1) + " " + answers(it.group(2))).toList();

        assertThat(rows).startsWith("View and edit billing information yes no no", "Add and remove users yes no no",
                "Change user roles yes no no", "Create, terminate, restore, and delete Deployments yes yes no");
        assertThat(rows.get(14)).isEqualTo("Configure standby instances yes no no");
        assertThat(rows.get(15)).isEqualTo("View members and their roles yes yes yes");
        assertThat(rows).hasSize(Permission.values().length);
    }

    private static String answers(String cells) {
        return ANSWER.matcher(cells).results().map(it -> it.group(1)).collect(joining(" "));
    }

    @Test
    void each_role_leads_to_the_members_who_have_it() {
        assertThat(page.html()).contains("<a href=\"/organizations/acme/members?role=admin\">1 member, 1 invited</a>",
                "<a href=\"/organizations/acme/members?role=endpoint_user\">2 members, 1 invited</a>");
    }

    @Test
    void members_are_counted_as_of_a_moment_which_the_links_keep() {
        Acme.asAdmin(services).answer(Acme.PATH + "/roles?asOf=2026-11-14T11:00:00Z", """
                {"data":[%s],"next":null,"position":"7"}""".formatted(role(Role.ADMIN)));
        var past = browsers.signedIn().get("/organizations/acme/roles?asOf=2026-11-14T12:00&zone=Europe/Berlin");

        assertThat(past.text()).contains("Roles as of 14 Nov 2026, 12:00 UTC+1 Back to now", "The table shows what roles allow today.");
        assertThat(past.html()).contains("/organizations/acme/members?role=admin&amp;asOf=2026-11-14T12:00&amp;zone=Europe/Berlin\"");
        assertThat(page.text()).doesNotContain("As of…");
    }

    @Test
    void a_moment_that_cannot_be_shown_is_told_at_its_field() {
        Acme.asAdmin(services).answer(Acme.PATH + "/roles", """
                {"data":[%s],"next":null,"position":"7"}""".formatted(role(Role.ADMIN)))
                .answer("GET", Acme.PATH + "/roles?asOf=2999-01-01T00:00:00Z", 400, """
                        {"code":"invalid","status":400,"errors":[{"parameter":"asOf","detail":"is in the future"}]}""");
        var past = browsers.signedIn().get("/organizations/acme/roles?asOf=2999-01-01T00:00");

        assertThat(past.status()).isEqualTo(400);
        assertThat(past.text()).contains("This moment is in the future.", "Role permissions").doesNotContain("Back to now");
    }
}
