package roster.local.identity.oauth;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import org.jspecify.annotations.Nullable;

/** Parameters of a query or form. A parameter without a value counts as absent, and none may be repeated (RFC 6749, section 3.1). */
public record Parameters(Map<String, String> values) {
    private static final int LONGEST_FORM = 1 << 16;

    public static Parameters ofQuery(HttpExchange exchange) {
        return of(exchange.getRequestURI().getRawQuery());
    }

    public static Parameters ofForm(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readNBytes(LONGEST_FORM + 1);
        if (body.length > LONGEST_FORM) {
            throw new SignInRejected("the form is too long");
        }
        return of(new String(body, StandardCharsets.UTF_8));
    }

    private static Parameters of(@Nullable String encoded) {
        var values = new HashMap<String, String>();
        for (var parameter : encoded == null ? new String[0] : encoded.split("&")) {
            var parts = parameter.split("=", 2);
            if (parts.length == 2 && !parts[1].isEmpty() && values.put(decoded(parts[0]), decoded(parts[1])) != null) {
                throw new SignInRejected(decoded(parts[0]) + " is repeated");
            }
        }
        return new Parameters(Map.copyOf(values));
    }

    public static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw new SignInRejected("the form is not URL-encoded");
        }
    }

    public @Nullable String find(String name) {
        return values.get(name);
    }

    public String get(String name) {
        return values.getOrDefault(name, "");
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }
}
