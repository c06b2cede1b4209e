package roster.command;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import roster.local.Patience;
import roster.local.PerJvm;
import roster.openapi.contract.Contract;
import roster.openapi.contract.Exchange;

/** HTTP client of the service under test. Checks every exchange against the OpenAPI document. */
public final class Client {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final Contract CONTRACT = Contract.of("command-service");

    private final Environment environment;
    private final String bearerToken;

    /**
     * A client as operator.
     *
     * @param environment environment of the service
     */
    public Client(Environment environment) {
        this(environment, FreshDatabase.OPERATOR_TOKEN);
    }

    private Client(Environment environment, String bearerToken) {
        this.environment = environment;
        this.bearerToken = bearerToken;
    }

    /** A client of the same service with another token. */
    public Client with(String otherToken) {
        return new Client(environment, otherToken);
    }

    public Client asNotificationService() {
        return with(FreshDatabase.NOTIFICATION_TOKEN);
    }

    /** A client without a token. */
    public Client anonymous() {
        return with("");
    }

    /** A client as the person with that address, signed in with GitHub. */
    public Client signedIn(String email) {
        return with(PerJvm.issuer().token(subjectOf(email), FreshDatabase.AUDIENCE,
                Map.of("idp", "github", "email", email, "email_verified", true)));
    }

    public record Response(int status, String raw, HttpHeaders headers) {
        private static Response of(HttpResponse<String> response) {
            return new Response(response.statusCode(), response.body(), response.headers());
        }

        public JsonNode body() {
            return raw.isEmpty() ? JSON.createObjectNode() : JSON.readTree(raw);
        }

        public String code() {
            return text("/code");
        }

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        public String text(String pointer) {
            return body().at(pointer).asString();
        }

        public UUID id(String pointer) {
            return UUID.fromString(text(pointer));
        }

        public long position() {
            return Long.parseLong(header("Consistency-Token"));
        }
    }

    int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    public Response register(String slug) {
        return register(slug, "ada@acme.example");
    }

    public Response register(String slug, String adasEmail) {
        return post("/organizations", """
                {"slug": "%s", "name": "Acme", "admin": {"name": "Ada Lovelace", "email": "%s"}}""".formatted(slug, adasEmail));
    }

    public Response invite(String organization, String email, String role, String... headers) {
        return post("/organizations/" + organization + "/members", """
                {"name": "Grace Hopper", "email": "%s", "role": "%s"}""".formatted(email, role), headers);
    }

    public Response accept(String link, String verifiedEmail) {
        return post("/invitations/accept", """
                {"token": "%s", "verifiedEmail": "%s", "identity": {"provider": "github", "subject": "%s"}}"""
                .formatted(link, verifiedEmail, subjectOf(verifiedEmail)));
    }

    /** Subject of that person at the identity provider. */
    public static String subjectOf(String email) {
        return "subject of " + email;
    }

    public Response post(String path, @Nullable String body, String... headers) {
        return send("POST", path, body, headers);
    }

    /** @param headers names and values, alternating; they replace the default headers */
    public Response send(String method, String path, @Nullable String body, String... headers) {
        return send(method, path, body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8), headers);
    }

    public Response send(String method, String path, byte[] body, String... headers) {
        return exchange(method, path, body, withDefaults(body, headers));
    }

    private Map<String, String> withDefaults(byte[] body, String... headers) {
        var all = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        if (!bearerToken.isEmpty()) {
            all.put("Authorization", "Bearer " + bearerToken);
        }
        if (body.length > 0) {
            all.put("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        return all;
    }

    /** Sends a body without Content-Length. */
    public Response sendChunked(String method, String path, byte[] body, String... headers) {
        return held(exchange("local.server.port", method, path, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
                withDefaults(body, headers)), body);
    }

    public Response sendAnonymously(String method, String path) {
        return exchange(method, path, new byte[0], Map.of());
    }

    /** Requests health or metrics, without a token unless a header contains one. */
    public Response manage(String path, String... headers) {
        return Response.of(exchange("local.management.port", "GET", path, BodyPublishers.noBody(),
                headers.length == 0 ? Map.of() : Map.of(headers[0], headers[1])));
    }

    private Response exchange(String method, String path, byte[] body, Map<String, String> headers) {
        return held(exchange("local.server.port", method, path,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body), headers), body);
    }

    private static Response held(HttpResponse<String> response, byte[] body) {
        CONTRACT.hold(Exchange.of(response, new String(body, StandardCharsets.UTF_8)));
        return Response.of(response);
    }

    private HttpResponse<String> exchange(String port, String method, String path, BodyPublisher body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + environment.getProperty(port) + path))
                .timeout(Patience.LIMIT).method(method, body);
        headers.forEach(request::setHeader);
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
