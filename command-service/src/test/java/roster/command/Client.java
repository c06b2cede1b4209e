package roster.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to the service under test as an internal service would. */
@TestComponent
@Lazy
public class Client {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    private final Environment environment;

    Client(Environment environment) {
        this.environment = environment;
    }

    public record Response(int status, JsonNode body, java.net.http.HttpHeaders headers) {
        public String code() {
            return body.path("code").asString();
        }

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        public String text(String pointer) {
            return body.at(pointer).asString();
        }

        /** The one thing that the problem complains about. */
        public String wrong() {
            var error = body.path("errors").path(0);
            return error.path("pointer").asString(error.path("parameter").asString(error.path("header").asString("")));
        }
    }

    public Response register(String slug) {
        return post("/organizations", """
                {"slug": "%s", "name": "Acme", "admin": {"name": "Ada Lovelace", "email": "ada@acme.example"}}""".formatted(slug));
    }

    public Response invite(String organization, String email, String role) {
        return post("/organizations/" + organization + "/members", """
                {"name": "Grace Hopper", "email": "%s", "role": "%s"}""".formatted(email, role));
    }

    public Response post(String path, @Nullable String body, String... headers) {
        return send("POST", path, body, headers);
    }

    public Response send(String method, String path, @Nullable String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + environment.getProperty("local.server.port") + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + FreshDatabase.OPERATOR_TOKEN)
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return response(request.build());
    }

    private static Response response(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            var body = response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body());
            return new Response(response.statusCode(), body, response.headers());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static UUID id(Response response, String pointer) {
        return UUID.fromString(response.text(pointer));
    }
}
