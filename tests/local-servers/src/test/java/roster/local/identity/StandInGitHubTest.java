package roster.local.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static roster.local.identity.Application.form;
import static roster.local.identity.Application.get;
import static roster.local.identity.Application.json;
import static roster.local.identity.Application.post;
import static roster.local.identity.Application.request;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StandInGitHubTest {
    private static StandInProviders providers;
    private static Application application;

    @BeforeAll
    static void start() {
        providers = StandInProviders.start(0);
        application = new Application(at("/login/oauth/authorize"), at("/login/oauth/access_token"));
    }

    @AfterAll
    static void stop() {
        providers.close();
    }

    @Test
    void the_chosen_person_has_a_number_and_no_address_on_the_profile() {
        var user = json(api("/user", token("0", "read:user user:email")));
        assertThat(user.path("id").longValue()).isPositive()
                .hasToString(StandInProviders.subject(ImitatedProvider.GITHUB, "ada@acme.example"));
        assertThat(user.path("login").asString()).isEqualTo("ada");
        assertThat(user.path("name").asString()).isEqualTo("Ada Lovelace");
        assertThat(user.path("email").isNull()).isTrue();
    }

    @Test
    void their_addresses_are_listed_with_what_is_known_of_each() {
        assertThat(json(api("/user/emails", token("0", "user:email"))).values()).containsExactlyElementsOf(listed("""
                [{"email":"ada@acme.example","primary":true,"verified":true,"visibility":"private"}]"""));
        var unverified = token(Map.of("name", "Mallory", "email", "grace@navy.example", "scope", "user:email"));
        assertThat(json(api("/user/emails", unverified)).at("/0/verified").booleanValue()).isFalse();
    }

    @Test
    void what_alan_has_written_on_his_profile_is_not_his() {
        var alan = token("2", "user:email");
        var written = json(api("/user", alan)).path("email").asString();
        assertThat(written).isEqualTo("alan.turing@acme.example");
        assertThat(json(api("/user/emails", alan)).values()).containsExactlyElementsOf(listed("""
                [{"email":"alan@bletchley.example","primary":true,"verified":true,"visibility":"private"},
                 {"email":"alan.turing@acme.example","primary":false,"verified":false,"visibility":null}]"""));
    }

    @Test
    void further_addresses_are_verified_and_a_changed_one_leaves_the_account_as_it_was() {
        var grace = token(Map.of("name", "Grace", "email", "grace@new.example", "verified", "yes", "others",
                "grace@navy.example,  g@home.example", "account", "grace@old.example", "scope", "read:user user:email"));

        assertThat(json(api("/user/emails", grace)).values()).containsExactlyElementsOf(listed("""
                [{"email":"grace@new.example","primary":true,"verified":true,"visibility":"private"},
                 {"email":"grace@navy.example","primary":false,"verified":true,"visibility":null},
                 {"email":"g@home.example","primary":false,"verified":true,"visibility":null}]"""));
        assertThat(json(api("/user", grace)).path("id").longValue())
                .hasToString(StandInProviders.subject(ImitatedProvider.GITHUB, "grace@old.example"));
    }

    @Test
    void without_the_scope_there_are_no_addresses() {
        assertThat(api("/user/emails", token("0", "read:user")).statusCode()).isEqualTo(404);
        assertThat(api("/user/emails", "made-up").statusCode()).isEqualTo(401);
        assertThat(api("/user", "made-up").statusCode()).isEqualTo(401);
    }

    @Test
    void a_code_is_good_once_and_a_bad_one_is_answered_with_200() {
        var code = application.code(request("as", "0"));
        assertThat(json(application.redeem(code)).path("token_type").asString()).isEqualTo("bearer");
        refused("bad_verification_code", code);
    }

    @Test
    void a_code_is_for_one_redirect_uri_one_client_and_one_verifier() {
        refused("redirect_uri_mismatch", application.code(request("as", "0")), "redirect_uri", "http://127.0.0.1:8080/elsewhere");
        refused("incorrect_client_credentials", application.code(request("as", "0")), "client_secret", "wrong");
        refused("bad_verification_code", application.code(request("as", "0", "code_challenge", "x", "code_challenge_method", "S256")),
                "code_verifier", "y");
    }

    @Test
    void who_does_not_ask_for_json_gets_a_form() {
        var answer = post(application.token(), form(Map.of("client_id", "roster", "client_secret", "wrong", "code", "any")));
        assertThat(answer.body()).isEqualTo("error=incorrect_client_credentials");
    }

    private static void refused(String error, String code, String... more) {
        var answer = application.redeem(code, more);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"error\":\"" + error + "\"}");
    }

    private static String token(String place, String scope) {
        return token(Map.of("as", place, "scope", scope));
    }

    private static String token(Map<String, String> choice) {
        var request = request();
        request.putAll(choice);
        return json(application.redeem(application.code(request))).path("access_token").asString();
    }

    private static HttpResponse<String> api(String path, String token) {
        return get(at(path), "Authorization", "Bearer " + token);
    }

    private static Collection<JsonNode> listed(String json) {
        return JsonMapper.shared().readTree(json).values();
    }

    private static URI at(String path) {
        return URI.create(providers.address(ImitatedProvider.GITHUB) + path);
    }
}
