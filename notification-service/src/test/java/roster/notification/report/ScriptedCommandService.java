package roster.notification.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Accepts and stores reports, and returns scripted answers. */
public final class ScriptedCommandService {
    /** @param authorization the Authorization header */
    record Received(JsonNode report, @Nullable String authorization) {}

    /** @param problem the body, empty for none */
    record Answer(int status, String problem) {
        static final Answer UNKNOWN = new Answer(404, """
                {"status": 404, "code": "not-found", "errors": [{"pointer": "/memberId", "detail": "has no invitation e-mail"}]}""");

        static Answer of(int status) {
            return new Answer(status, "");
        }
    }

    private final List<Received> received = Collections.synchronizedList(new ArrayList<>());
    private final List<Integer> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile Function<JsonNode, Answer> script = _ -> Answer.of(204);

    public ScriptedCommandService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/invitation-mails", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = JsonMapper.shared().readTree(exchange.getRequestBody());
            var authorization = exchange.getRequestHeaders().getFirst("Authorization");
            if (exchange.getRequestURI().getPath().endsWith("/batch")) {
                takeAll(exchange, body.path("reports").valueStream().toList(), authorization);
            } else {
                received.add(new Received(body, authorization));
                answer(exchange, script.apply(body));
            }
        }
    }

    /** Rejects all reports when one is invalid. */
    private void takeAll(HttpExchange exchange, List<JsonNode> reports, @Nullable String authorization) throws IOException {
        requests.add(reports.size());
        var answers = reports.stream().map(script).toList();
        var ofAll = answers.stream().filter(it -> it.status != 204 && !it.equals(Answer.UNKNOWN)).findFirst();
        if (ofAll.isEmpty() || ofAll.get().status != 400) {
            reports.forEach(it -> received.add(new Received(it, authorization)));
        }
        answer(exchange,
                ofAll.orElseGet(() -> new Answer(200, answers.stream().map(it -> it.equals(Answer.UNKNOWN) ? "unknown" : "recorded")
                        .collect(Collectors.joining("\", \"", "{\"outcomes\": [\"", "\"]}")))));
    }

    private static void answer(HttpExchange exchange, Answer answer) throws IOException {
        var body = answer.problem.getBytes(StandardCharsets.UTF_8);
        if (body.length > 0) {
            exchange.getResponseHeaders().set("Content-Type", answer.status == 200 ? "application/json" : "application/problem+json");
        }
        exchange.sendResponseHeaders(answer.status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void follow(Function<JsonNode, Answer> answers) {
        script = answers;
    }

    void beContent() {
        script = _ -> Answer.of(204);
    }

    /** The number of reports of each request with several. */
    List<Integer> requests() {
        return List.copyOf(requests);
    }

    List<Received> of(Object memberId) {
        return List.copyOf(received).stream().filter(it -> it.report.path("memberId").asString().equals(memberId.toString())).toList();
    }
}
