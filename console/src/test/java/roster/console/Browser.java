package roster.console;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Keeps cookies, follows redirects, and sends forms with the hidden fields that they came with. Knows no script. */
public final class Browser {
    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final String console;
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL).build();

    Browser(String console) {
        this.console = console;
    }

    /** What is shown, and where one is then. */
    public record Page(int status, URI address, String html, HttpResponse<String> response) {
        public Map<String, String> hidden() {
            var fields = new HashMap<String, String>();
            HIDDEN.matcher(html).results().forEach(it -> fields.put(it.group(1), it.group(2)));
            return fields;
        }

        /** What a reader sees, without tags and with single spaces. */
        public String text() {
            return html.replaceAll("(?s)<(head|script).*?</\\1>", "").replaceAll("<[^>]+>", "").replaceAll("&#39;", "'")
                    .replaceAll("&quot;", "\"").replaceAll("\\s+", " ").strip();
        }
    }

    public Page get(String path) {
        return send(HttpRequest.newBuilder(at(path)));
    }

    /** What htmx would ask for, to show it in a dialog. */
    public Page dialog(String path) {
        return send(HttpRequest.newBuilder(at(path)).header("HX-Request", "true"));
    }

    /** @param fields names and values in turn; a name may come several times */
    public Page post(Page form, String path, String... fields) {
        var all = new ArrayList<String>();
        form.hidden().forEach((name, value) -> all.addAll(List.of(name, value)));
        all.addAll(List.of(fields));
        return send(HttpRequest.newBuilder(at(path)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(all))));
    }

    public Page signIn(String provider, String name, String email) {
        var choice = get("/oauth2/authorization/" + provider);
        return post(choice, choice.address.toString(), "name", name, "email", email, "verified", "yes");
    }

    private URI at(String path) {
        return URI.create(path.startsWith("http") ? path : console + path);
    }

    private static String encoded(List<String> fields) {
        var pairs = new ArrayList<String>();
        for (int i = 0; i < fields.size(); i += 2) {
            pairs.add(fields.get(i) + "=" + URLEncoder.encode(fields.get(i + 1), StandardCharsets.UTF_8));
        }
        return String.join("&", pairs);
    }

    private Page send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            return new Page(response.statusCode(), response.uri(), response.body(), response);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
