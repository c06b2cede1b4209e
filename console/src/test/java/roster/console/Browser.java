package roster.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.Socket;
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
import java.util.stream.Collectors;

/** A browser without scripts: keeps cookies, follows redirects, and sends forms with their hidden fields. */
public final class Browser {
    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final String console;
    private final CookieManager handler = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(handler)
            .followRedirects(HttpClient.Redirect.NORMAL).build();

    Browser(String console) {
        this.console = console;
    }

    /** A page and its final URL. */
    public record Page(int status, URI address, String html, HttpResponse<String> response) {
        public Map<String, String> hidden() {
            var fields = new HashMap<String, String>();
            HIDDEN.matcher(html).results().forEach(it -> fields.put(it.group(1), it.group(2)));
            return fields;
        }

        /** The visible text, without tags and with single spaces. */
        public String text() {
            return html.replaceAll("(?s)<(head|script).*?</\\1>", "").replaceAll("<[^>]+>", "").replaceAll("&#39;", "'")
                    .replaceAll("&quot;", "\"").replaceAll("\\s+", " ").strip();
        }
    }

    public Page get(String path) {
        return send(HttpRequest.newBuilder(at(path)));
    }

    /** Requests a page or a part of one as browsers do, which read compressed responses. */
    public HttpResponse<byte[]> compressed(String path) {
        try {
            return http.send(
                    HttpRequest.newBuilder(at(path)).header("Accept", "text/html, */*").header("Accept-Encoding", "gzip, br").build(),
                    BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Requests a dialog as htmx does. */
    public Page dialog(String path) {
        return send(HttpRequest.newBuilder(at(path)).header("HX-Request", "true"));
    }

    /** @param fields names and values, alternating; names may be repeated */
    public Page post(Page form, String path, String... fields) {
        var all = new ArrayList<String>();
        form.hidden().forEach((name, value) -> all.addAll(List.of(name, value)));
        all.addAll(List.of(fields));
        return send(HttpRequest.newBuilder(at(path)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(all))));
    }

    /** Posts only these fields, as another site could. */
    public Page postWithout(String path, String... fields) {
        return send(HttpRequest.newBuilder(at(path)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(List.of(fields)))));
    }

    /** Signs in at a provider, and returns the redirect to the console without following it. */
    public URI continueAs(String authorization, String name, String email) {
        var choice = get(authorization);
        var all = new ArrayList<String>();
        choice.hidden().forEach((field, value) -> all.addAll(List.of(field, value)));
        all.addAll(List.of("name", name, "email", email, "verified", "yes"));
        var answer = raw(HttpRequest.newBuilder(choice.address).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(all))));
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    /** Requests a path without encoding it. */
    public void getRaw(String path) {
        var address = URI.create(console);
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\nCookie: " + cookies()
                    + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            answer.lines().filter(it -> it.startsWith("Set-Cookie: ")).map(it -> HttpCookie.parse(it).getFirst()).forEach(cookie -> {
                cookie.setPath("/");
                handler.getCookieStore().add(address, cookie);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets a cookie, as scripts do. */
    public void set(String name, String value) {
        var cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        handler.getCookieStore().add(URI.create(console), cookie);
    }

    /** As they are sent. */
    public String cookies() {
        return handler.getCookieStore().getCookies().stream().map(HttpCookie::toString).collect(Collectors.joining("; "));
    }

    private HttpResponse<String> raw(HttpRequest.Builder request) {
        try (var direct = HttpClient.newBuilder().cookieHandler(handler).followRedirects(HttpClient.Redirect.NEVER).build()) {
            return direct.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Page signIn(String provider, String name, String email) {
        var choice = get("/oauth2/authorization/" + provider);
        return post(choice, choice.address.toString(), "name", name, "email", email, "verified", "yes");
    }

    /** Signs in with an account of which more is known, as in the fields of the form. */
    public Page signInWith(String provider, String... fields) {
        var choice = get("/oauth2/authorization/" + provider);
        return post(choice, choice.address.toString(), fields);
    }

    /** Signs in with an unverified address. */
    public Page signInUnverified(String provider, String name, String email) {
        var choice = get("/oauth2/authorization/" + provider);
        return post(choice, choice.address.toString(), "name", name, "email", email);
    }

    /** Signs in as a person on the provider's list. */
    public Page choose(String provider, String name) {
        var choice = get("/oauth2/authorization/" + provider);
        var place = Pattern.compile("name=\"as\" value=\"(\\d+)\"><span>Continue as <b>" + name).matcher(choice.html);
        if (!place.find()) {
            throw new IllegalStateException(choice.html);
        }
        return post(choice, choice.address.toString(), "as", place.group(1));
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
            var response = http.send(request.header("Accept", "text/html").build(), BodyHandlers.ofString());
            return new Page(response.statusCode(), response.uri(), response.body(), response);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
