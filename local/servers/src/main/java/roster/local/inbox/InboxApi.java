package roster.local.inbox;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import roster.local.http.LoopbackOnly;

/** {@code GET /api/messages?to=…} lists the mails, oldest first, and {@code DELETE} empties the inbox. */
final class InboxApi extends LoopbackOnly {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final MailFolder mailbox;

    InboxApi(MailFolder mailbox) {
        this.mailbox = mailbox;
    }

    @Override
    protected void answer(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestURI().getPath().equals("/api/messages")) {
            send(exchange, 404, "text/plain", "There is GET and DELETE /api/messages.\n");
            return;
        }
        switch (exchange.getRequestMethod()) {
            case "GET", "HEAD" -> list(exchange);
            case "DELETE" -> {
                mailbox.clear();
                send(exchange, 204, "text/plain", "");
            }
            default -> send(exchange, 405, "text/plain", "There is GET and DELETE /api/messages.\n");
        }
    }

    /** Writes one mail at a time, because all of them may not fit into memory. */
    private void list(HttpExchange exchange) throws IOException {
        var recipients = recipients(exchange.getRequestURI().getRawQuery());
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, 0);
        try (var json = JSON.writer().createGenerator(exchange.getResponseBody())) {
            json.writeStartArray();
            mailbox.oldestFirst().stream()
                    .filter(mail -> recipients.isEmpty() || recipients.stream().anyMatch(mail.envelope()::isFor))
                    .forEach(mail -> json.writePOJO(MessageReader.read(mail, mailbox)));
            json.writeEndArray();
        }
    }

    /** Reads a plus as itself, not as a space: it is frequent in addresses. */
    private static List<String> recipients(@Nullable String query) {
        return Optional.ofNullable(query).stream().flatMap(text -> Stream.of(text.split("&")))
                .filter(parameter -> parameter.startsWith("to=") && parameter.length() > 3)
                .map(parameter -> URLDecoder.decode(parameter.substring(3).replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
    }
}
