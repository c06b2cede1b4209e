package roster.systemtest.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stands where command-service would take reports, and keeps them. */
final class ReportDesk implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final List<JsonNode> reports = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final AtomicInteger refused = new AtomicInteger();
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
                refused.incrementAndGet();
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            var report = JSON.readTree(exchange.getRequestBody());
            reports.add(report);
            beforeAnswer.accept(report);
            exchange.sendResponseHeaders(204, -1);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** What happens when a report has been recorded and not yet answered. */
    void beforeAnswer(Consumer<JsonNode> action) {
        beforeAnswer = action;
    }

    /** Nothing is recorded until it behaves again. */
    void refuse() {
        open = false;
    }

    int refused() {
        return refused.get();
    }

    void behave() {
        open = true;
        beforeAnswer = _ -> {};
    }

    List<JsonNode> reports() {
        return List.copyOf(reports);
    }

    /** On the letter to the invitee of that invitation. */
    List<JsonNode> on(UUID invitationId) {
        return reports.stream().filter(it -> it.path("invitationId").asString().equals(invitationId.toString())
                && it.path("recipient").asString().equals("invitee")).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
