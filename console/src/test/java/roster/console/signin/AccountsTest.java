package roster.console.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import roster.console.Acme;
import roster.console.Browser;
import roster.console.Browsers;
import roster.console.ConsoleTest;
import roster.console.FakeServices;
import roster.local.identity.ImitatedProvider;
import roster.local.identity.StandInProviders;

@ConsoleTest
class AccountsTest {
    @Autowired private Browsers browsers;
    @Autowired private FakeServices services;
    private Browser browser;

    @BeforeEach
    void open() {
        Acme.asAdmin(services);
        browser = browsers.open();
    }

    /** The claims about the user that the services receive. */
    private JsonNode told() {
        browser.get("/organizations");
        var token = services.requests("GET", "/me/organizations").getLast().headers().getFirst("Authorization");
        return JsonMapper.shared().readTree(new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8));
    }

    @Test
    void the_address_on_a_profile_at_github_is_not_used() {
        browser.choose("github", "Alan Turing");

        assertThat(told().path("email").asString()).isEqualTo("alan@bletchley.example");
        assertThat(told().toString()).doesNotContain("alan.turing@acme.example");
        assertThat(browser.get("/organizations").html()).doesNotContain("alan.turing@acme.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"google", "github"})
    void an_address_that_is_not_verified_is_shown_only_to_its_owner(String provider) {
        browser.signInUnverified(provider, "Eve", "ada@acme.example");

        assertThat(told().has("email")).isFalse();
        assertThat(told().has("email_verified")).isFalse();
        assertThat(browser.get("/organizations").html()).contains("ada@acme.example");
    }

    @Test
    void every_address_that_github_has_verified_counts_and_the_main_one_is_first() {
        browser.signInWith("github", "name", "Grace", "email", "grace@work.example", "verified", "yes", "others",
                "grace@navy.example, g@home.example");

        assertThat(told().path("email").asString()).isEqualTo("grace@work.example");
        assertThat(told().path("verified_emails").valueStream().map(JsonNode::asString)).containsExactly("grace@work.example",
                "grace@navy.example", "g@home.example");
    }

    @Test
    void an_account_at_github_whose_main_address_is_not_verified_has_the_other_ones() {
        browser.signInWith("github", "name", "Grace", "email", "grace@work.example", "others", "grace@navy.example");

        assertThat(told().path("verified_emails").valueStream().map(JsonNode::asString)).containsExactly("grace@navy.example");
        assertThat(told().path("email").asString()).isEqualTo("grace@navy.example");
        assertThat(browser.get("/organizations").html()).contains("grace@work.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"google", "github"})
    void an_account_whose_address_has_changed_is_the_same_account(String provider) {
        browser.signInWith(provider, "name", "Grace", "email", "grace@new.example", "verified", "yes", "account", "grace@old.example");

        assertThat(told().path("email").asString()).isEqualTo("grace@new.example");
        assertThat(told().path("sub").asString())
                .isEqualTo(StandInProviders.subject(ImitatedProvider.valueOf(provider.toUpperCase(Locale.ROOT)), "grace@old.example"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/organizations", "/organizations/acme/members"})
    void a_user_with_another_account_than_the_members_is_told_which_is_right(String page) {
        services.answer("/me/organizations", """
                {"data":[]}""").answer("/me/accounts", """
                {"providers":["github","google","portal"]}""");
        browser.signIn("github", "Ada Lovelace", "ada@acme.example");

        assertThat(browser.get(page).text())
                .contains("A member with your address signs in with Google, and you are signed in with GitHub.", "Continue with Google")
                .doesNotContain("Continue with GitHub");
    }

    @Test
    void a_user_of_no_member_is_told_of_no_account() {
        services.answer("/me/organizations", """
                {"data":[]}""").answer("GET", "/me/accounts", 503, "");
        browser.signIn("github", "Ada Lovelace", "ada@acme.example");

        assertThat(browser.get("/organizations").text()).contains("No organization").doesNotContain("A member with your address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"google", "github"})
    void a_person_is_identified_by_the_provider_and_its_subject(String provider) {
        browser.signIn(provider, "Ada Lovelace", "ada@acme.example");

        assertThat(told().path("idp").asString()).isEqualTo(provider);
        assertThat(told().path("sub").asString())
                .isEqualTo(StandInProviders.subject(ImitatedProvider.valueOf(provider.toUpperCase(Locale.ROOT)), "ada@acme.example"));
    }
}
