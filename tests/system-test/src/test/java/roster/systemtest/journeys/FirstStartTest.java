package roster.systemtest.journeys;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

import org.junit.jupiter.api.Test;

import roster.systemtest.running.Await;
import roster.systemtest.running.OnSharedRoster;
import roster.systemtest.running.Roster;

@OnSharedRoster
class FirstStartTest {
    @Test
    void acme_and_its_admin_are_there_and_no_mail_says_that_she_was_invited(Roster roster) {
        var members = roster.queries().get("/organizations/acme/members?role=admin");

        assertThat(members.text("/data/0/name")).isEqualTo("Ada Lovelace");
        assertThat(members.text("/data/0/status")).isEqualTo("active");
        assertThat(roster.mails().to("ada@acme.example")).noneMatch(mail -> !mail.token().isEmpty());
    }

    @Test
    void she_signs_in_with_google_and_meets_her_organization(Roster roster) throws Exception {
        try (var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(Redirect.ALWAYS).build()) {
            var choice = browser.send(HttpRequest.newBuilder(roster.console().resolve("/oauth2/authorization/google")).build(), ofString());
            assertThat(choice.body()).contains("This is not Google.",
                    "<button name=\"as\" value=\"0\"><span>Continue as <b>Ada Lovelace</b>");

            var chosen = HttpRequest.newBuilder(choice.uri()).POST(BodyPublishers.ofString(choice.uri().getRawQuery() + "&as=0")).build();
            var members = browser.send(chosen, ofString());
            assertThat(members.uri()).isEqualTo(roster.console().resolve("/organizations/acme/members"));
            assertThat(members.statusCode()).isEqualTo(200);
            assertThat(members.body()).contains("Ada Lovelace");
        }
    }

    @Test
    void an_invitation_sends_one_mail_to_each_and_the_link_to_one(Roster roster) {
        var invited = roster.commands().invite("acme", "Edsger <script>alert(1)</script>", "edsger@first.example", "endpoint_user");
        assertThat(invited.status()).isEqualTo(201);

        var invitee = roster.mails().to("edsger@first.example", 1).getFirst();
        Await.until(() -> roster.mails().to("ada@acme.example").stream().anyMatch(mail -> mail.text().contains("edsger@first.example")));
        var inviter = roster.mails().to("ada@acme.example").stream().filter(mail -> mail.text().contains("edsger@first.example")).toList();

        assertThat(invitee.token()).isNotEmpty();
        assertThat(invitee.html()).doesNotContain("<script>");
        assertThat(inviter).singleElement().satisfies(mail -> {
            assertThat(mail.token()).isEmpty();
            assertThat(mail.html()).doesNotContain(invitee.token()).doesNotContain("<script>").contains("&lt;script&gt;");
        });
        assertThat(roster.mails().to("edsger@first.example")).hasSize(1);
    }

    @Test
    void without_the_token_there_is_no_access(Roster roster) {
        var wrong = new String[]{"Authorization", "Bearer wrong"};

        assertThat(roster.commands().invite("acme", "Eve", "eve@first.example", "admin", wrong).status()).isEqualTo(401);
        assertThat(roster.queries().get("/organizations/acme/members", wrong).code()).isEqualTo("unauthenticated");
    }
}
