package roster.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import roster.local.Patience;
import roster.local.PerJvm;
import roster.openapi.contract.Contract;
import roster.openapi.contract.Exchange;

/** HTTP client of the service under test, as operator by default. Checks every exchange against the OpenAPI document. */
@TestComponent
public class Client {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    public static final String REBUILD = "/admin/projections/views/rebuild";
    private static final String NO_BODY = "";
    private static final Contract CONTRACT = Contract.of("query-service");

    private final Environment environment;
    private final String token;

    @Autowired
    Client(Environment environment) {
        this(environment, FreshDatabase.OPERATOR_TOKEN);
    }

    private Client(Environment environment, String token) {
        this.environment = environment;
        this.token = token;
    }

    /** A client with this bearer token. */
    public Client as(String bearer) {
        return new Client(environment, bearer);
    }

    /** A client with the JWT of a signed-in person. */
    public Client asPerson(String subject) {
        return as(PerJvm.issuer().token(subject, FreshDatabase.AUDIENCE));
    }

    /** @param claims further claims of the JWT */
    public Client asPerson(String subject, Map<String, ?> claims) {
        return as(PerJvm.issuer().token(subject, FreshDatabase.AUDIENCE, claims));
    }

    public record Response(int status, JsonNode body, HttpHeaders headers) {
        private static Response of(HttpResponse<String> response) {
            var body = response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body());
            return new Response(response.statusCode(), body, response.headers());
        }

        public String text(String pointer) {
            return body.at(pointer).asString();
        }

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        /** The value at the pointer in each element of a list. */
        public List<String> each(String pointer) {
            return body.path("data").valueStream().map(element -> element.at(pointer).asString()).toList();
        }

        /** The only field error of the problem. */
        public String wrong() {
            var error = body.path("errors").path(0);
            return error.path("parameter").asString(error.path("header").asString(""));
        }
    }

    public Response get(String path, String... headers) {
        return send("GET", path, headers);
    }

    public Response send(String method, String path, String... headers) {
        return send(request(method, path, NO_BODY).header("Authorization", "Bearer " + token), NO_BODY, headers);
    }

    public Response post(String path, String body, String... headers) {
        return send(request("POST", path, body).header("Authorization", "Bearer " + token), body, headers);
    }

    public Response anonymous(String path, String... headers) {
        return send(request("GET", path, NO_BODY), NO_BODY, headers);
    }

    /** Rebuilds the views, and returns the rebuild when readers use the new ones. */
    public Response rebuild() {
        var rebuilt = ended(send("POST", REBUILD));
        assertThat(rebuilt.text("/state")).as(rebuilt.body().toString()).isEqualTo("done");
        return rebuilt;
    }

    /** Verifies the views, and returns the run when it has ended. */
    public Response verify() {
        return ended(send("POST", REBUILD + "?verify=true"));
    }

    /** Waits until a rebuild or a verifying run that was begun has ended. */
    public Response ended(Response begun) {
        assertThat(begun.status()).as(begun.body().toString()).isEqualTo(202);
        return await().pollInterval(Duration.ofMillis(50)).until(() -> get(begun.header("Location")), Client::isOver);
    }

    /** As {@link #verify()}, for views that take long. */
    public Response verify(Duration atMost) {
        var begun = send("POST", REBUILD + "?verify=true");
        return await().atMost(atMost).pollInterval(Duration.ofSeconds(1)).until(() -> get(begun.header("Location")), Client::isOver);
    }

    private static boolean isOver(Response run) {
        return !run.body().path("endedAt").isNull();
    }

    /** Begins to get a stream of server-sent events; not checked against the OpenAPI document. */
    HttpResponse<Stream<String>> stream(String path, String... headers) {
        var request = request("GET", path, NO_BODY).header("Authorization", "Bearer " + token);
        return exchange(request, BodyHandlers.ofLines(), headers);
    }

    /** Gets a file in a format other than JSON; not checked against the OpenAPI document. */
    public String file(String path, String format) {
        var response = exchange(request("GET", path, NO_BODY).header("Authorization", "Bearer " + token).header("Accept", format));
        if (response.statusCode() != 200 || !response.headers().firstValue("Content-Type").orElse("").startsWith(format)) {
            throw new IllegalStateException(response + " " + response.headers().map() + " " + response.body());
        }
        return response.body();
    }

    /** Gets a page without a credential; not checked against the OpenAPI document. */
    public HttpResponse<String> page(String path) {
        return exchange(request("GET", path, NO_BODY));
    }

    /** Gets bytes without a credential; not checked against the OpenAPI document. */
    byte[] bytes(String path) {
        var response = exchange(request("GET", path, NO_BODY), BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.toString());
        }
        return response.body();
    }

    /** Gets health or metrics without a credential. */
    public Response manage(String path) {
        return Response
                .of(exchange(request(environment.getRequiredProperty("local.management.port", Integer.class), "GET", path, NO_BODY)));
    }

    public int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    private HttpRequest.Builder request(String method, String path, String body) {
        return request(port(), method, path, body);
    }

    private static HttpRequest.Builder request(int port, String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Patience.LIMIT)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    private static Response send(HttpRequest.Builder request, String body, String... headers) {
        var response = exchange(request, headers);
        CONTRACT.hold(Exchange.of(response, body));
        return Response.of(response);
    }

    private static HttpResponse<String> exchange(HttpRequest.Builder request, String... headers) {
        return exchange(request, BodyHandlers.ofString(), headers);
    }

    private static <T> HttpResponse<T> exchange(HttpRequest.Builder request, BodyHandler<T> body, String... headers) {
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return HTTP.send(request.build(), body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
