package roster.local.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.json.JsonMapper;

import roster.local.process.Ports;

/** Signs whatever claims it is given, and publishes the key that proves it; for tests of those who believe it. */
public final class LocalIssuer implements AutoCloseable {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final long LIFE_SECONDS = 300;

    private final HttpServer server;
    private volatile SigningKey key = SigningKey.random();

    private LocalIssuer(HttpServer server) {
        this.server = server;
    }

    public static LocalIssuer start() {
        try {
            var issuer = new LocalIssuer(HttpServer.create(new InetSocketAddress(LOOPBACK, Ports.freeOr(0)), 0));
            issuer.server.setExecutor(Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("issuer-", 1).factory()));
            issuer.server.createContext("/jwks", issuer::keys);
            issuer.server.start();
            return issuer;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start an issuer", e);
        }
    }

    private void keys(HttpExchange exchange) throws IOException {
        try (exchange) {
            var keys = JsonMapper.shared().writeValueAsBytes(Map.of("keys", List.of(key.published())));
            exchange.getResponseHeaders().set("Content-Type", "application/jwk-set+json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
        }
    }

    /** What its tokens say as {@code iss}. */
    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
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
        server.stop(0);
    }
}
