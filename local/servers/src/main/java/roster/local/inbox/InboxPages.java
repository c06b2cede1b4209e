package roster.local.inbox;

import static roster.local.http.Html.escape;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import org.jspecify.annotations.Nullable;

import roster.local.http.Html;
import roster.local.http.LoopbackOnly;

/** HTML pages: the list of mails, newest first, and each mail. No scripts, not even those of a mail. */
final class InboxPages extends LoopbackOnly {
    /** Applies to a framed mail as well: it may use inline styles and data images, and loads nothing else. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final Pattern MESSAGE = Pattern.compile("/messages/(\\d{1,18})");
    private static final int MOST = 500;
    private static final String STYLE = style();

    private final MailFolder mailbox;

    InboxPages(MailFolder mailbox) {
        this.mailbox = mailbox;
    }

    @Override
    protected void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var message = MESSAGE.matcher(path);
        exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
        if (path.equals("/")) {
            exchange.getResponseHeaders().set("Refresh", "3");
            send(exchange, 200, "text/html", list());
            return;
        }
        var mail = message.matches() ? mailbox.find(Long.parseLong(message.group(1))) : Optional.<StoredMail>empty();
        if (mail.isPresent()) {
            send(exchange, 200, "text/html", page(MessageReader.read(mail.get(), mailbox)));
        } else {
            send(exchange, 404, "text/html", page("Not here", "<h1>There is no such mail</h1><p><a href=\"/\">All mails</a></p>"));
        }
    }

    private String list() {
        var mails = mailbox.newestFirst();
        var rows = mails.stream().limit(MOST).map(it -> MessageReader.read(it, mailbox)).map(InboxPages::row).collect(Collectors.joining());
        return page("Inbox", "<h1>Inbox</h1>" + (mails.isEmpty()
                ? "<p class=\"quiet\">No mail yet. This page refreshes itself.</p>"
                : "<ol>" + rows + "</ol>"
                        + (mails.size() > MOST ? "<p class=\"quiet\">and " + (mails.size() - MOST) + " older ones</p>" : "")));
    }

    private static String row(Message mail) {
        return """
                <li><a href="/messages/%s"><b>%s</b><span>%s</span>%s</a></li>
                """.formatted(mail.id(), escape(subject(mail)), escape("to " + String.join(", ", mail.to())), time(mail.receivedAt()));
    }

    private static String page(Message mail) {
        var headers = mail.headers().entrySet().stream()
                .flatMap(header -> header.getValue().stream()
                        .map(value -> "<dt>" + escape(header.getKey()) + "</dt><dd>" + escape(value) + "</dd>"))
                .collect(Collectors.joining("\n"));
        return page(subject(mail), """
                <p><a href="/">All mails</a></p>
                <h1>%s</h1>
                <p class="quiet">%s → %s · %s</p>
                %s%s
                <details><summary>Headers</summary><dl>%s</dl></details>
                """.formatted(escape(subject(mail)), escape(mail.from()), escape(String.join(", ", mail.to())), time(mail.receivedAt()),
                html(mail.html()), text(mail.text()), headers));
    }

    /** Scripts in the frame do not run, and links open a new page. */
    private static String html(@Nullable String html) {
        return html == null ? "" : "<h2>HTML</h2><iframe title=\"HTML of the mail\" sandbox=\"allow-popups allow-popups-to-escape-sandbox\""
                + " srcdoc=\"" + escape("<base target=\"_blank\">" + html) + "\"></iframe>";
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : "<h2>Text</h2><pre>" + Html.withLinks(text) + "</pre>";
    }

    private static String subject(Message mail) {
        return mail.subject().isBlank() ? "(no subject)" : mail.subject();
    }

    private static String time(Instant instant) {
        return "<time>" + instant.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ').replace("Z", " UTC") + "</time>";
    }

    private static String page(String title, String body) {
        return """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark"><title>%s · Roster inbox</title><style>%s</style></head>
                <body><main>%s</main></body>
                </html>
                """.formatted(escape(title), STYLE, body);
    }

    private static String style() {
        try (var style = Objects.requireNonNull(InboxPages.class.getResourceAsStream("inbox.css"))) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
