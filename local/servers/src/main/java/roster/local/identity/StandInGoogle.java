package roster.local.identity;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.sun.net.httpserver.HttpExchange;

import roster.local.http.LoopbackOnly;
import roster.local.identity.oauth.Grant;
import roster.local.identity.oauth.Grants;
import roster.local.identity.oauth.Parameters;
import roster.local.identity.oauth.SignInRejected;
import roster.local.identity.oauth.TokenRequest;
import roster.local.issuer.SigningKey;

/** The parts of Google needed to sign in: OpenID Connect with the code flow, and ID tokens signed with RS256. */
final class StandInGoogle extends LoopbackOnly {
    private static final long LIFE_SECONDS = 3_600;
    /** One for all of a process, because tests start many, and making a key takes long. */
    private static final SigningKey KEY = SigningKey.random();

    private final URI issuer;
    private final Grants grants = new Grants();
    private final AuthorizationEndpoint authorization;

    StandInGoogle(int port, SignInPeople people) {
        this.issuer = ImitatedProvider.GOOGLE.address(port);
        this.authorization = new AuthorizationEndpoint(ImitatedProvider.GOOGLE, people, grants);
    }

    @Override
    protected void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath().substring(issuer.getPath().length());
        if (path.equals("/authorize")) {
            authorization.answer(exchange);
            return;
        }
        switch (exchange.getRequestMethod() + " " + path) {
            case "GET /.well-known/openid-configuration" -> JsonResponse.answer(exchange, 200, configuration());
            case "GET /jwks" -> JsonResponse.answer(exchange, 200, KEY.publishedSet());
            case "POST /token" -> token(exchange);
            case "GET /userinfo", "POST /userinfo" -> userInfo(exchange);
            default -> JsonResponse.answer(exchange, 404, error("not_found"));
        }
    }

    /** OpenID Connect Discovery 1.0, section 3. */
    private Map<String, ?> configuration() {
        var configuration = new TreeMap<String, Object>();
        configuration.put("issuer", issuer);
        configuration.put("authorization_endpoint", issuer + "/authorize");
        configuration.put("token_endpoint", issuer + "/token");
        configuration.put("userinfo_endpoint", issuer + "/userinfo");
        configuration.put("jwks_uri", issuer + "/jwks");
        configuration.put("response_types_supported", List.of("code"));
        configuration.put("grant_types_supported", List.of("authorization_code"));
        configuration.put("subject_types_supported", List.of("public"));
        configuration.put("id_token_signing_alg_values_supported", List.of("RS256"));
        configuration.put("scopes_supported", List.of("openid", "email", "profile"));
        configuration.put("token_endpoint_auth_methods_supported", List.of("client_secret_post", "client_secret_basic"));
        configuration.put("code_challenge_methods_supported", List.of("S256"));
        return configuration;
    }

    private void token(HttpExchange exchange) throws IOException {
        try {
            var form = Parameters.ofForm(exchange);
            var request = TokenRequest.of(exchange, form);
            if (!request.isByKnownClient()) {
                JsonResponse.answer(exchange, 401, error("invalid_client"));
            } else if (!form.get("grant_type").equals("authorization_code")) {
                JsonResponse.answer(exchange, 400, error("unsupported_grant_type"));
            } else {
                redeem(exchange, request);
            }
        } catch (SignInRejected e) {
            JsonResponse.answer(exchange, 400, Map.of("error", "invalid_request", "error_description", e.why()));
        }
    }

    private void redeem(HttpExchange exchange, TokenRequest request) throws IOException {
        var redeemed = grants.redeem(request.code())
                .filter(grant -> grant.isProvenBy(request.verifier()) && grant.wasSentTo(request.redirectUri()));
        if (redeemed.isPresent()) {
            JsonResponse.answer(exchange, 200, tokens(redeemed.get()));
        } else {
            JsonResponse.answer(exchange, 400, error("invalid_grant"));
        }
    }

    private Map<String, ?> tokens(Grant grant) {
        var tokens = new HashMap<String, Object>(Map.of("access_token", grants.accessToken(grant), "token_type", "Bearer",
                "expires_in", LIFE_SECONDS, "scope", String.join(" ", grant.request().scopes())));
        if (grant.request().asksFor("openid")) {
            tokens.put("id_token", KEY.sign(idToken(grant)));
        }
        return tokens;
    }

    /** OpenID Connect Core 1.0, section 2. */
    private Map<String, Object> idToken(Grant grant) {
        var now = Instant.now().getEpochSecond();
        var claims = claims(grant);
        claims.putAll(Map.of("iss", issuer.toString(), "aud", StandInProviders.CLIENT.id(), "azp", StandInProviders.CLIENT.id(), "iat", now,
                "exp", now + LIFE_SECONDS));
        if (grant.request().nonce() != null) {
            claims.put("nonce", grant.request().nonce());
        }
        return claims;
    }

    private static Map<String, Object> claims(Grant grant) {
        var person = grant.person();
        var claims = new HashMap<String, Object>(Map.of("sub", ImitatedProvider.GOOGLE.subject(person.account())));
        if (grant.request().asksFor("email")) {
            claims.putAll(Map.of("email", person.email(), "email_verified", person.verified()));
        }
        if (grant.request().asksFor("profile")) {
            claims.put("name", person.name());
        }
        return claims;
    }

    private void userInfo(HttpExchange exchange) throws IOException {
        var grant = grants.of(exchange);
        if (grant.isPresent()) {
            JsonResponse.answer(exchange, 200, claims(grant.get()));
        } else {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            JsonResponse.answer(exchange, 401, error("invalid_token"));
        }
    }

    private static Map<String, String> error(String code) {
        return Map.of("error", code);
    }
}
