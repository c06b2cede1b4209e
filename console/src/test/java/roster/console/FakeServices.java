package roster.console;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

import roster.local.http.LoopbackServer;

/** Imitates command-service and query-service: returns configured responses, or 404, and records requests. */
public final class FakeServices implements AutoCloseable {
    private static final String NOT_FOUND = """
            {"code":"not-found","status":404,"detail":"there is no such thing"}""";

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Map<String, HttpHandler> streams = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final LoopbackServer server;

    private FakeServices() {
        this.server = LoopbackServer.start("services", 0, Map.of("/", (HttpHandler) this::handle));
    }

    private record Answer(int status, String body) {}

    /** @param path path and query, decoded */
    public record Request(String method, String path, Headers headers, String body) {}

    static FakeServices start() {
        return new FakeServices();
    }

    URI address() {
        return server.address();
    }

    /** Removes all responses and requests. */
    public FakeServices reset() {
        answers.clear();
        streams.clear();
        requests.clear();
        return this;
    }

    /** @param path with a query, for that query only; without one, for any query; of a command, also for its dry run */
    public FakeServices answer(String method, String path, int status, String body) {
        answers.put(method + " " + path, new Answer(status, body));
        return this;
    }

    public FakeServices answer(String path, String body) {
        return answer("GET", path, 200, body);
    }

    /** Answers queries of this path as the handler does, which may take its time. */
    public FakeServices stream(String path, HttpHandler handler) {
        streams.put(path, handler);
        return this;
    }

    /** Requests with this method and path prefix, in order. */
    public List<Request> requests(String method, String path) {
        return requests.stream().filter(it -> it.method.equals(method) && it.path.startsWith(path)).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var method = exchange.getRequestMethod();
            var uri = exchange.getRequestURI();
            var whole = uri.getQuery() == null ? uri.getPath() : uri.getPath() + "?" + uri.getQuery();
            requests.add(new Request(method, whole, exchange.getRequestHeaders(), body));
            var stream = streams.get(uri.getPath());
            if (stream == null) {
                send(exchange, answerTo(method, whole));
            } else {
                stream.handle(exchange);
            }
        }
    }

    private Answer answerTo(String method, String whole) {
        var path = whole.split("\\?", 2)[0];
        return Stream.of(whole, path, whole.replaceFirst("^/dry-run", ""), path.replaceFirst("^/dry-run", ""))
                .flatMap(it -> Stream.ofNullable(answers.get(method + " " + it))).findFirst().orElse(new Answer(404, NOT_FOUND));
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        var bytes = answer.body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.status < 400 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(answer.status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.close();
    }
}
