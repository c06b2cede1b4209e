package roster.local.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static roster.local.identity.Application.claims;
import static roster.local.identity.Application.form;
import static roster.local.identity.Application.get;
import static roster.local.identity.Application.json;
import static roster.local.identity.Application.post;
import static roster.local.identity.Application.request;
import static roster.local.identity.Application.with;

import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StandInGoogleTest {
    /** RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private static StandInProviders providers;
    private static JsonNode configuration;
    private static Application application;

    @BeforeAll
    static void start() {
        providers = StandInProviders.start(0);
        configuration = json(get(URI.create(providers.address(ImitatedProvider.GOOGLE) + "/.well-known/openid-configuration")));
        application = new Application(endpoint("authorization_endpoint"), endpoint("token_endpoint"));
    }

    @AfterAll
    static void stop() {
        providers.close();
    }

    @Test
    void it_says_where_everything_is_and_is_its_own_issuer() {
        assertThat(configuration.path("issuer").asString()).isEqualTo("http://127.0.0.1:" + endpoint("jwks_uri").getPort() + "/google");
        assertThat(json(get(endpoint("jwks_uri"))).at("/keys/0/alg").asString()).isEqualTo("RS256");
    }

    @Test
    void the_id_token_names_the_chosen_person() {
        var before = Instant.now().getEpochSecond();
        var claims = claims(idToken(request("as", "0", "nonce", "n-1")));
        assertThat(claims.path("iss").asString()).isEqualTo(configuration.path("issuer").asString());
        assertThat(claims.path("aud").asString()).isEqualTo(StandInProviders.CLIENT.id()).isEqualTo(claims.path("azp").asString());
        assertThat(claims.path("sub").asString()).matches("\\d{21}")
                .isEqualTo(StandInProviders.subject(ImitatedProvider.GOOGLE, "Ada@acme.example"));
        assertThat(claims.path("name").asString()).isEqualTo("Ada Lovelace");
        assertThat(claims.path("email").asString()).isEqualTo("ada@acme.example");
        assertThat(claims.path("email_verified").booleanValue()).isTrue();
        assertThat(claims.path("nonce").asString()).isEqualTo("n-1");
        assertThat(claims.path("iat").longValue()).isGreaterThanOrEqualTo(before);
        assertThat(claims.path("exp").longValue()).isEqualTo(claims.path("iat").longValue() + 3_600);
    }

    @Test
    void the_published_key_proves_the_id_token() throws Exception {
        var token = idToken(request("as", "1")).split("\\.", 3);
        var key = json(get(endpoint("jwks_uri"))).at("/keys/0");
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e"))));
        signature.update((token[0] + "." + token[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(token[2]))).isTrue();
    }

    @Test
    void an_address_that_was_not_verified_is_told_as_such() {
        var claims = claims(idToken(request("name", "Mallory", "email", "grace@navy.example")));
        assertThat(claims.path("email").asString()).isEqualTo("grace@navy.example");
        assertThat(claims.path("email_verified").booleanValue()).isFalse();
        assertThat(claims(idToken(request("name", "Grace", "email", "g@navy.example", "verified", "yes"))).path("email_verified")
                .booleanValue())
                .isTrue();
    }

    @Test
    void nothing_is_told_that_was_not_asked_for() {
        var claims = claims(idToken(request("as", "0", "scope", "openid")));
        assertThat(claims.propertyNames()).containsExactlyInAnyOrder("iss", "aud", "azp", "sub", "iat", "exp");
    }

    @Test
    void the_state_comes_back_and_the_code_is_nowhere_but_in_the_redirect() {
        var chosen = application.choose(request("as", "0"));
        var location = chosen.headers().firstValue("Location").orElseThrow();
        assertThat(chosen.statusCode()).isEqualTo(303);
        assertThat(chosen.body()).isEmpty();
        assertThat(location).startsWith(Application.CALLBACK + "?code=").endsWith("&state=a+state+%26+more");
    }

    @Test
    void after_cancelling_there_is_no_code() {
        assertThat(application.callback(request("cancel", "yes")))
                .containsExactlyInAnyOrderEntriesOf(Map.of("error", "access_denied", "state", "a state & more"));
    }

    @Test
    void a_code_is_good_once() {
        var code = application.code(request("as", "0"));
        assertThat(application.redeem(code).statusCode()).isEqualTo(200);
        refused(code, "invalid_grant");
    }

    @Test
    void a_code_is_for_the_place_that_it_was_sent_to() {
        refused(application.code(request("as", "0")), "invalid_grant", "redirect_uri", "http://127.0.0.1:8080/elsewhere");
    }

    @Test
    void a_code_needs_the_verifier() {
        var proven = request("as", "0", "code_challenge", CHALLENGE, "code_challenge_method", "S256");
        assertThat(application.redeem(application.code(proven), "code_verifier", VERIFIER).statusCode()).isEqualTo(200);
        refused(application.code(proven), "invalid_grant", "code_verifier", VERIFIER + "x");
        refused(application.code(proven), "invalid_grant");
        refused(application.code(request("as", "0")), "invalid_grant", "code_verifier", VERIFIER);
    }

    @Test
    void a_code_of_the_other_provider_is_none() {
        var github = new Application(URI.create(providers.address(ImitatedProvider.GITHUB) + "/login/oauth/authorize"),
                application.token());
        refused(github.code(request("as", "0")), "invalid_grant");
    }

    @Test
    void a_client_says_its_secret_in_the_form_or_in_the_header() {
        var code = Map.of("grant_type", "authorization_code", "redirect_uri", Application.CALLBACK);
        var answer = post(application.token(), form(with(code, "code", application.code(request("as", "0")))), "Authorization", "Basic "
                + Base64.getEncoder().encodeToString((StandInProviders.CLIENT.id() + ":" + StandInProviders.CLIENT.secret())
                        .getBytes(StandardCharsets.UTF_8)));
        assertThat(answer.statusCode()).isEqualTo(200);
        for (var header : new String[]{"Basic cm9zdGVyOndyb25n", "Basic !", "Bearer x"}) {
            var refused = post(application.token(), form(with(code, "code", application.code(request("as", "0")))), "Authorization",
                    header);
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(json(refused).path("error").asString()).isEqualTo("invalid_client");
        }
    }

    @Test
    void a_wrong_secret_is_refused_and_does_not_use_the_code_up() {
        var code = application.code(request("as", "0"));
        var answer = application.redeem(code, "client_secret", "wrong");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(json(answer).path("error").asString()).isEqualTo("invalid_client");
        assertThat(application.redeem(code).statusCode()).isEqualTo(200);
    }

    @Test
    void no_other_grant_is_known() {
        refused("any", "unsupported_grant_type", "grant_type", "client_credentials");
    }

    @Test
    void the_bearer_of_the_access_token_is_told_who_signed_in() {
        var token = json(application.redeem(application.code(request("as", "3")))).path("access_token").asString();
        assertThat(json(get(endpoint("userinfo_endpoint"), "Authorization", "Bearer " + token)).path("email").asString())
                .isEqualTo("katherine@nasa.example");
        assertThat(get(endpoint("userinfo_endpoint"), "Authorization", "Bearer " + token + "x").statusCode()).isEqualTo(401);
        assertThat(get(endpoint("userinfo_endpoint")).statusCode()).isEqualTo(401);
    }

    private static void refused(String code, String error, String... more) {
        var answer = application.redeem(code, more);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("error").asString()).isEqualTo(error);
        assertThat(answer.body()).doesNotContain("access_token");
    }

    private static String idToken(Map<String, String> request) {
        return json(application.redeem(application.code(request))).path("id_token").asString();
    }

    private static URI endpoint(String name) {
        return URI.create(configuration.path(name).asString());
    }

    private static BigInteger number(JsonNode key, String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(name).asString()));
    }
}
