package roster.console.account;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import roster.console.Acme;
import roster.console.Browser;
import roster.console.Browser.Page;
import roster.console.Browsers;
import roster.console.ConsoleTest;
import roster.console.FakeServices;
import roster.console.FakeServices.Request;
import roster.local.identity.ImitatedProvider;
import roster.local.identity.StandInProviders;

@ConsoleTest
class LinkedAccountPagesTest {
    private static final String OWN = Acme.PATH + "/members/" + Acme.ADA;
    private static final String ACCOUNTS = OWN + "/accounts";
    private static final String CONFIRMATION = "/organizations/acme/accounts/link";
    private static final String FIRST = "google:" + StandInProviders.subject(ImitatedProvider.GOOGLE, "ada@acme.example");
    private static final String LINKED = """
            {"dryRun":true,"events":[{"type":"member.account_linked","aggregateId":"%s","event":{}}]}""".formatted(Acme.ADA);

    @Autowired private Browsers browsers;
    @Autowired private FakeServices services;
    private Browser ada;

    @BeforeEach
    void adaIsSignedInWithGoogle() {
        var nothing = """
                {"data":[],"next":null,"position":"9"}""";
        Acme.asAdmin(services).answer(OWN + "/history", nothing).answer(Acme.PATH + "/api-tokens", nothing)
                .answer(ACCOUNTS, """
                        {"accounts":[{"accountId":"%s","provider":"google","linkedAt":"2026-11-24T10:00:00Z","current":true},
                         {"accountId":"%s","provider":"github","linkedAt":"2026-11-25T10:00:00Z","current":false}]}"""
                        .formatted(Acme.ADA, Acme.GRACE))
                .answer("POST", "/dry-run" + ACCOUNTS, 200, LINKED).answer("POST", ACCOUNTS, 204, "")
                .answer("DELETE", ACCOUNTS + "/" + Acme.GRACE, 204, "");
        ada = browsers.signedIn();
    }

    private Page proves(String name, String email) {
        return ada.signInWith("github?link=acme", "name", name, "email", email, "verified", "yes");
    }

    private List<Request> links() {
        return services.requests("POST", ACCOUNTS);
    }

    private static JsonNode claims(String jwt) {
        return JsonMapper.shared().readTree(new String(Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[1]), StandardCharsets.UTF_8));
    }

    /** The name of the account that the services see in the session's next request. */
    private String signedInAs() {
        ada.get("/organizations");
        var claims = claims(services.requests("GET", "/me/organizations").getLast().headers().getFirst("Authorization"));
        return claims.path("idp").asString() + ":" + claims.path("sub").asString();
    }

    @Test
    void an_account_that_was_proven_is_linked_when_the_user_confirms_it() {
        var confirmation = proves("Ada at home", "ada@home.example");

        assertThat(confirmation.address().getPath()).isEqualTo(CONFIRMATION);
        assertThat(confirmation.text()).contains("Link an account", "GitHub", "Ada at home", "ada@home.example", "Acme");
        assertThat(links()).as("before the confirmation").isEmpty();

        var done = ada.post(confirmation, CONFIRMATION);

        assertThat(done.address().getPath()).endsWith("/members/" + Acme.ADA);
        assertThat(done.text()).contains("You can now also sign in with GitHub.");
        var link = links().getFirst();
        var proof = claims(JsonMapper.shared().readTree(link.body()).path("proof").asString());
        assertThat(proof.path("idp").asString()).isEqualTo("github");
        assertThat(proof.path("sub").asString()).isEqualTo(StandInProviders.subject(ImitatedProvider.GITHUB, "ada@home.example"));
        assertThat(proof.path("link_to").asString()).isEqualTo(FIRST);
        assertThat(claims(link.headers().getFirst("Authorization")).path("idp").asString()).isEqualTo("google");
    }

    @Test
    void the_session_stays_with_the_first_account() {
        proves("Ada at home", "ada@home.example");

        assertThat(signedInAs()).isEqualTo(FIRST);
        assertThat(ada.get("/organizations").text()).contains("ada@acme.example").doesNotContain("ada@home.example");
    }

    @Test
    void the_first_accounts_tokens_prove_nothing() {
        signedInAs();

        assertThat(services.requests("GET", "/me/organizations")).isNotEmpty()
                .allSatisfy(it -> assertThat(claims(it.headers().getFirst("Authorization")).has("link_to")).isFalse());
    }

    @Test
    void a_sign_in_without_that_purpose_changes_the_user_as_before() {
        ada.signIn("github", "Ada at home", "ada@home.example");

        assertThat(signedInAs()).startsWith("github:");
        assertThat(ada.get(CONFIRMATION).text()).contains("There is no account to link.");
    }

    @Test
    void a_stranger_who_names_the_purpose_just_signs_in() {
        var grace = browsers.open();
        var page = grace.signInWith("github?link=acme", "name", "Grace", "email", "grace@navy.example", "verified", "yes");

        assertThat(page.address().getPath()).isNotEqualTo(CONFIRMATION);
        assertThat(grace.get(CONFIRMATION).text()).contains("There is no account to link.");
    }

    @Test
    void another_site_can_neither_confirm_nor_let_an_account_of_its_own_be_confirmed() {
        var shown = proves("Ada at home", "ada@home.example");

        var account = requireNonNull(shown.hidden().get("account"));
        assertThat(ada.postWithout(CONFIRMATION, "account", account).status()).isEqualTo(403);
        var newer = proves("Eve", "eve@evil.example");
        var replaced = ada.postWithout(CONFIRMATION, "account", account, "_csrf", requireNonNull(newer.hidden().get("_csrf")));

        assertThat(links()).as("the account that was shown is not the one that was proven last").isEmpty();
        assertThat(replaced.text()).contains("Eve", "eve@evil.example");
    }

    @Test
    void an_answer_of_the_provider_to_another_browser_proves_nothing() {
        var eve = browsers.open();
        var callback = eve.continueAs(eve.get("/oauth2/authorization/github?link=acme").address().toString(), "Eve", "eve@evil.example");

        ada.get(callback.toString());

        assertThat(ada.get(CONFIRMATION).text()).contains("There is no account to link.").doesNotContain("eve@evil.example");
        assertThat(signedInAs()).isEqualTo(FIRST);
    }

    @Test
    void what_a_user_has_proven_is_not_offered_to_the_next_user_of_the_session() {
        proves("Ada at home", "ada@home.example");
        ada.signIn("google", "Grace", "grace@navy.example");

        assertThat(ada.get(CONFIRMATION).text()).contains("There is no account to link.").doesNotContain("ada@home.example");
    }

    @Test
    void a_cancelled_sign_in_links_nothing_and_leaves_the_user_signed_in() {
        var choice = ada.get("/oauth2/authorization/github?link=acme");

        var page = ada.post(choice, choice.address().toString(), "cancel", "yes");

        assertThat(page.text()).contains("You cancelled signing in. No account was linked.", "Link a GitHub account");
        assertThat(signedInAs()).isEqualTo(FIRST);
    }

    @Test
    void an_account_of_another_member_or_of_the_user_is_not_offered() {
        services.answer("POST", "/dry-run" + ACCOUNTS, 409, """
                {"type":"urn:roster:problem:account-taken","code":"account-taken","title":"Conflict","status":409}""");
        assertThat(proves("Grace", "grace@navy.example").text()).contains("This account already belongs to a member")
                .doesNotContain("Cancel");

        services.answer("POST", "/dry-run" + ACCOUNTS, 200, """
                {"dryRun":true,"events":[]}""");
        assertThat(proves("Ada at home", "ada@home.example").text()).contains("You can already sign in with this account.")
                .doesNotContain("Cancel");
    }

    @Test
    void an_account_that_was_taken_meanwhile_is_said_to_be() {
        var confirmation = proves("Ada at home", "ada@home.example");
        services.answer("POST", ACCOUNTS, 409, """
                {"type":"urn:roster:problem:account-taken","code":"account-taken","title":"Conflict","status":409}""");

        var refused = ada.post(confirmation, CONFIRMATION);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("This account already belongs to a member", "ada@home.example");
    }

    @Test
    void an_account_is_removed_but_not_the_one_of_the_session() {
        var dialog = "/organizations/acme/members/" + Acme.ADA + "/accounts/";
        services.answer("DELETE", "/dry-run" + ACCOUNTS + "/" + Acme.GRACE, 200, """
                {"dryRun":true,"events":[]}""");

        assertThat(ada.get(dialog + Acme.ADA + "/remove").status()).isEqualTo(404);
        var done = ada.post(ada.get(dialog + Acme.GRACE + "/remove"), dialog + Acme.GRACE + "/remove");

        assertThat(done.text()).contains("The GitHub account is removed.");
        assertThat(services.requests("DELETE", ACCOUNTS)).hasSize(1);
    }
}
