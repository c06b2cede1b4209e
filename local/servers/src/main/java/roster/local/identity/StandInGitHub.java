package roster.local.identity;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import org.jspecify.annotations.Nullable;

import roster.local.http.LoopbackOnly;
import roster.local.identity.oauth.Grants;
import roster.local.identity.oauth.Parameters;
import roster.local.identity.oauth.SignInPerson;
import roster.local.identity.oauth.SignInRejected;
import roster.local.identity.oauth.TokenRequest;

/** The parts of GitHub needed to sign in: OAuth, which answers errors with 200, and the API resources of the user and the user's addresses. */
final class StandInGitHub extends LoopbackOnly {
    private final Grants grants = new Grants();
    private final AuthorizationEndpoint authorization;

    StandInGitHub(SignInPeople people) {
        this.authorization = new AuthorizationEndpoint(ImitatedProvider.GITHUB, people, grants);
    }

    @Override
    protected void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath().substring(ImitatedProvider.GITHUB.path().length());
        if (path.equals("/login/oauth/authorize")) {
            authorization.answer(exchange);
            return;
        }
        switch (exchange.getRequestMethod() + " " + path) {
            case "POST /login/oauth/access_token" -> token(exchange);
            case "GET /user" -> user(exchange);
            case "GET /user/emails" -> emails(exchange);
            default -> notFound(exchange);
        }
    }

    private void token(HttpExchange exchange) throws IOException {
        try {
            var request = TokenRequest.of(exchange, Parameters.ofForm(exchange));
            tokenAnswer(exchange, request.isByKnownClient() ? redeem(request) : Map.of("error", "incorrect_client_credentials"));
        } catch (SignInRejected e) {
            JsonResponse.answer(exchange, 400, Map.of("message", e.why()));
        }
    }

    /** Redeems a code. {@code redirect_uri} is optional; if present, it must be the one that the code was sent to. */
    private Map<String, String> redeem(TokenRequest request) {
        var grant = grants.redeem(request.code()).filter(it -> it.isProvenBy(request.verifier())).orElse(null);
        if (grant == null) {
            return Map.of("error", "bad_verification_code");
        }
        if (request.redirectUri() != null && !grant.wasSentTo(request.redirectUri())) {
            return Map.of("error", "redirect_uri_mismatch");
        }
        return Map.of("access_token", grants.accessToken(grant), "token_type", "bearer", "scope",
                String.join(",", grant.request().scopes()));
    }

    private static void tokenAnswer(HttpExchange exchange, Map<String, String> answer) throws IOException {
        var accept = exchange.getRequestHeaders().getFirst("Accept");
        if (accept != null && accept.contains("json")) {
            JsonResponse.answer(exchange, 200, answer);
        } else {
            send(exchange, 200, "application/x-www-form-urlencoded", answer.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&")));
        }
    }

    private void user(HttpExchange exchange) throws IOException {
        var grant = grants.of(exchange);
        if (grant.isPresent()) {
            JsonResponse.answer(exchange, 200, profile(grant.get().person()));
        } else {
            badCredentials(exchange);
        }
    }

    private static Map<String, @Nullable Object> profile(SignInPerson person) {
        var profile = new HashMap<String, @Nullable Object>();
        profile.put("id", Long.valueOf(ImitatedProvider.GITHUB.subject(person.account())));
        profile.put("login", login(person.email()));
        profile.put("name", person.name());
        profile.put("email", person.profileEmail());
        return profile;
    }

    private static String login(String email) {
        return email.substring(0, email.indexOf('@')).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private void emails(HttpExchange exchange) throws IOException {
        var grant = grants.of(exchange);
        if (grant.isEmpty()) {
            badCredentials(exchange);
        } else if (grant.get().request().asksFor("user:email") || grant.get().request().asksFor("user")) {
            JsonResponse.answer(exchange, 200, emails(grant.get().person()));
        } else {
            notFound(exchange);
        }
    }

    private static List<Map<String, @Nullable Object>> emails(SignInPerson person) {
        var emails = new ArrayList<Map<String, @Nullable Object>>();
        emails.add(email(person.email(), true, person.verified(), "private"));
        person.otherEmails().forEach(it -> emails.add(email(it, false, true, null)));
        if (person.profileEmail() != null) {
            emails.add(email(person.profileEmail(), false, false, null));
        }
        return emails;
    }

    private static Map<String, @Nullable Object> email(String email, boolean primary, boolean verified, @Nullable String visibility) {
        var entry = new HashMap<String, @Nullable Object>(Map.of("email", email, "primary", primary, "verified", verified));
        entry.put("visibility", visibility);
        return entry;
    }

    private static void badCredentials(HttpExchange exchange) throws IOException {
        JsonResponse.answer(exchange, 401, Map.of("message", "Bad credentials"));
    }

    private static void notFound(HttpExchange exchange) throws IOException {
        JsonResponse.answer(exchange, 404, Map.of("message", "Not Found"));
    }
}
