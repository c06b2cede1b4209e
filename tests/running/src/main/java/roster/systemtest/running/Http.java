package roster.systemtest.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

import roster.local.Patience;

/** HTTP client of a service. */
public final class Http {
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Patience.LIMIT).build();

    private final int port;
    private final String token;
    private final Duration patience;

    Http(int port, String token) {
        this(port, token, Patience.LIMIT);
    }

    private Http(int port, String token, Duration patience) {
        this.port = port;
        this.token = token;
        this.patience = patience;
    }

    /** A client of the same service with another token; without a token if it is empty. */
    public Http as(String otherToken) {
        return new Http(port, otherToken, patience);
    }

    /** A client without a token. */
    public static Http open(int port) {
        return new Http(port, "");
    }

    /** A client of the same service that gives up when there is no response after that time. */
    public Http within(Duration time) {
        return new Http(port, token, time);
    }

    public boolean isReady() {
        return status("/actuator/health/readiness") == 200;
    }

    /** HTTP status; 0 while the service cannot be reached. */
    public int status(String path) {
        try {
            return get(path).status();
        } catch (UncheckedIOException _) {
            return 0;
        }
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    /** Body that is not JSON. */
    public String text(String path) {
        try {
            return CLIENT.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Answer post(String path, @Nullable String json, String... headers) {
        return send("POST", path, json, headers);
    }

    public Answer invite(String organization, String name, String email, String role, String... headers) {
        return post("/organizations/" + organization + "/members", """
                {"name": "%s", "email": "%s", "role": "%s"}""".formatted(name, email, role), headers);
    }

    /** @throws UncheckedIOException when there is no response, so that the outcome is unknown */
    public Answer send(String method, String path, @Nullable String json, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(patience)
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        request.setHeader("Prefer", "wait=30"); // views may be behind on a loaded machine
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request.build());
    }

    private static boolean isOfLines(HttpResponse<?> response) {
        return response.headers().firstValue("Content-Type").orElse("").startsWith("application/x-ndjson");
    }

    private static Answer send(HttpRequest request) {
        try {
            var response = CLIENT.send(request, BodyHandlers.ofString());
            var body = response.body().isEmpty() || isOfLines(response) ? MissingNode.getInstance() : JSON.readTree(response.body());
            return new Answer(response.statusCode(), body, response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
