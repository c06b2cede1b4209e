package roster.local.identity.oauth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import com.sun.net.httpserver.HttpExchange;
import org.jspecify.annotations.Nullable;

/** Access token request of an application (RFC 6749, section 4.1.3; RFC 7636). */
public record TokenRequest(Client client, String code, @Nullable String redirectUri, @Nullable String verifier) {
    private static final String BASIC = "Basic ";

    public static TokenRequest of(HttpExchange exchange, Parameters form) {
        var header = exchange.getRequestHeaders().getFirst("Authorization");
        var client = header == null ? new Client(form.get("client_id"), form.get("client_secret")) : client(header);
        return new TokenRequest(client, form.get("code"), form.find("redirect_uri"), form.find("code_verifier"));
    }

    /** Both parts are URL-encoded as well (RFC 6749, section 2.3.1). */
    private static Client client(String header) {
        var parts = header.startsWith(BASIC) ? decoded(header.substring(BASIC.length())).split(":", 2) : new String[0];
        return parts.length == 2 ? new Client(Parameters.decoded(parts[0]), Parameters.decoded(parts[1])) : new Client("", "");
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    public boolean isByKnownClient() {
        return client.equals(Client.ROSTER);
    }
}
