package roster.local.issuer;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import tools.jackson.databind.json.JsonMapper;

import roster.local.http.LoopbackServer;

/** JWT issuer for tests: signs any claims, and publishes its key. */
public final class LocalIssuer implements AutoCloseable {
    private static final long LIFE_SECONDS = 300;

    private volatile SigningKey key = SigningKey.random();
    private final LoopbackServer server = LoopbackServer.start("issuer", 0, Map.of("/jwks", this::keys));

    private LocalIssuer() {}

    public static LocalIssuer start() {
        return new LocalIssuer();
    }

    private void keys(HttpExchange exchange) throws IOException {
        try (exchange) {
            var keys = JsonMapper.shared().writeValueAsBytes(key.publishedSet());
            exchange.getResponseHeaders().set("Content-Type", "application/jwk-set+json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
        }
    }

    /** The {@code iss} of its tokens. */
    public String issuer() {
        return server.address().toString();
    }

    public URI jwksUri() {
        return URI.create(issuer() + "/jwks");
    }

    /** Replaces the key. Only the new key is published. */
    public void rotate() {
        key = SigningKey.random();
    }

    /** A token that is valid for five minutes. */
    public String token(String subject, String audience) {
        return token(subject, audience, Map.of());
    }

    /** @param claims added to the usual claims, or replacing them */
    public String token(String subject, String audience, Map<String, ?> claims) {
        var now = Instant.now().getEpochSecond();
        var all = new HashMap<String, Object>(Map.of("iss", issuer(), "sub", subject, "aud", audience, "iat", now, "exp",
                now + LIFE_SECONDS));
        all.putAll(claims);
        return key.sign(all);
    }

    @Override
    public void close() {
        server.close();
    }
}
