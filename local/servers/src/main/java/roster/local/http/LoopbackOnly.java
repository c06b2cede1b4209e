package roster.local.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

/** Rejects requests whose Host is not a loopback name, which prevents DNS rebinding by pages from elsewhere. */
public abstract class LoopbackOnly implements HttpHandler {
    private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost", "[::1]");

    @Override
    public final void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var host = exchange.getRequestHeaders().getFirst("Host");
            if (host == null || !NAMES.contains(host.replaceFirst(":\\d+$", ""))) {
                send(exchange, 403, "text/plain", "Only requests to 127.0.0.1 and localhost are allowed.\n");
            } else {
                answer(exchange);
            }
        }
    }

    protected abstract void answer(HttpExchange exchange) throws IOException;

    public static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type + "; charset=utf-8");
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
