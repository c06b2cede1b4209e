package roster.local.identity.oauth;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Authorization request of an application (RFC 6749, section 4.1.1; RFC 7636).
 *
 * @param redirectUri receives the response; always on this machine
 * @param challenge   code challenge; redeeming the code requires its verifier
 */
public record AuthorizationRequest(String redirectUri, Set<String> scopes, @Nullable String state, @Nullable String nonce,
        @Nullable String challenge) {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost");

    /** @throws SignInRejected with a message for the user, who is not redirected to an unknown application */
    public static AuthorizationRequest of(Parameters parameters) {
        require(parameters.get("client_id").equals(Client.ROSTER.id()), "The application that sent you here is unknown.");
        require(isLoopback(parameters.get("redirect_uri")), "The redirect URI is not on this machine.");
        require(parameters.get("response_type").equals("code"), "The application requests another response type than a code.");
        require(parameters.has("code_challenge") == parameters.get("code_challenge_method").equals("S256"),
                "The application uses a code challenge method other than S256.");
        return new AuthorizationRequest(parameters.get("redirect_uri"), Set.of(parameters.get("scope").split("[ ,]+")),
                parameters.find("state"), parameters.find("nonce"), parameters.find("code_challenge"));
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new SignInRejected(otherwise);
        }
    }

    private static boolean isLoopback(String text) {
        try {
            var uri = new URI(text);
            return "http".equals(uri.getScheme()) && uri.getHost() != null && LOOPBACK.contains(uri.getHost())
                    && uri.getRawUserInfo() == null && uri.getRawFragment() == null;
        } catch (URISyntaxException _) {
            return false;
        }
    }

    public boolean asksFor(String scope) {
        return scopes.contains(scope);
    }

    public URI withCode(String code) {
        return answer("code", code);
    }

    public URI withError(String error) {
        return answer("error", error);
    }

    private URI answer(String name, String value) {
        var uri = redirectUri + (redirectUri.contains("?") ? "&" : "?") + name + "=" + encoded(value);
        return URI.create(state == null ? uri : uri + "&state=" + encoded(state));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The parameters of the request, for the hidden fields of the form. */
    public Map<String, String> parameters() {
        var parameters = new HashMap<>(Map.of("client_id", Client.ROSTER.id(), "response_type", "code",
                "redirect_uri", redirectUri, "scope", String.join(" ", scopes)));
        put(parameters, "state", state);
        put(parameters, "nonce", nonce);
        put(parameters, "code_challenge", challenge);
        put(parameters, "code_challenge_method", challenge == null ? null : "S256");
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, @Nullable String value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }
}
