package roster.local.issuer;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import tools.jackson.databind.json.JsonMapper;

import roster.local.http.LoopbackServer;

/** Signs whatever claims it is given, and publishes the key that proves it; for tests of those who believe it. */
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

    /** What its tokens say as {@code iss}. */
    public String issuer() {
        return server.address().toString();
    }

    public URI jwksUri() {
        return URI.create(issuer() + "/jwks");
    }

    /** From now on it signs with another key, and publishes no other. */
    public void rotate() {
        key = SigningKey.random();
    }

    /** Good for five minutes. */
    public String token(String subject, String audience) {
        return token(subject, audience, Map.of());
    }

    /** @param claims in addition to the usual ones, or instead of them */
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
