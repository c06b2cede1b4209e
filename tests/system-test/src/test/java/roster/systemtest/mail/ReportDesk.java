package roster.systemtest.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import roster.contract.event.MemberEvent.MemberInvited;

/** Imitates the part of command-service that records reports. */
final class ReportDesk implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final List<JsonNode> reports = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile Consumer<JsonNode> beforeAnswer = _ -> {};
    private volatile boolean open = true;

    ReportDesk() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/invitation-mails", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!open) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            var body = JSON.readTree(exchange.getRequestBody());
            if (exchange.getRequestURI().getPath().endsWith("/batch")) {
                var reports = body.path("reports").valueStream().toList();
                reports.forEach(this::record);
                answer(exchange, reports.size());
            } else {
                record(body);
                exchange.sendResponseHeaders(204, -1);
            }
        }
    }

    private void record(JsonNode report) {
        reports.add(report);
        beforeAnswer.accept(report);
    }

    private static void answer(HttpExchange exchange, int recorded) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        JSON.writeValue(exchange.getResponseBody(), Map.of("outcomes", Collections.nCopies(recorded, "recorded")));
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Rejects reports until {@link #behave}. */
    void refuse() {
        open = false;
    }

    void behave() {
        behave(_ -> {});
    }

    /** @param action called when a report was recorded, before the response */
    void behave(Consumer<JsonNode> action) {
        beforeAnswer = action;
        open = true;
    }

    List<JsonNode> reports() {
        return List.copyOf(reports);
    }

    /** Reports on e-mails of that invitation. */
    List<JsonNode> on(MemberInvited invited) {
        return reports.stream().filter(it -> it.path("invitationId").asString().equals(invited.invitationId().toString())
                && it.path("recipient").asString().equals("invitee")).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
