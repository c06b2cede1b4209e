package roster.console.service;

import java.net.URI;
import java.util.function.Function;

import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Commands to command-service. */
@Component
public class Commands {
    private final RestClient http;
    private final HttpSession session;

    Commands(Services services, ServiceProperties properties, HttpSession session) {
        this.http = services.client(properties.commands());
        this.session = session;
    }

    /**
     * What is to be done.
     *
     * @param key     of the form that was sent, so that one sent twice is done once
     * @param version of what the person saw when they decided; null when that does not matter
     */
    public record Command(HttpMethod method, Function<UriBuilder, URI> uri, @Nullable Object body, @Nullable String key,
            @Nullable Long version) {
        public static Command post(Function<UriBuilder, URI> uri, Object body) {
            return new Command(HttpMethod.POST, uri, body, null, null);
        }

        public static Command put(Function<UriBuilder, URI> uri, Object body) {
            return new Command(HttpMethod.PUT, uri, body, null, null);
        }

        public static Command delete(Function<UriBuilder, URI> uri) {
            return new Command(HttpMethod.DELETE, uri, null, null, null);
        }

        public Command once(String formKey) {
            return new Command(method, uri, body, formKey, version);
        }

        public Command ifStill(long seen) {
            return new Command(method, uri, body, key, seen);
        }

        private Command tried() {
            return new Command(method, builder -> uri.apply(builder.queryParam("dryRun", true)), body, null, version);
        }
    }

    /** @throws Refused unless it was done */
    public JsonNode send(Command command) {
        var response = exchange(command);
        LatestChange.remember(session, response.getHeaders().getFirst("Consistency-Token"));
        return body(response);
    }

    /**
     * What it would do.
     *
     * @throws Refused what it would be refused with
     */
    public DryRun dryRun(Command command) {
        return DryRun.of(body(exchange(command.tried())));
    }

    private ResponseEntity<JsonNode> exchange(Command command) {
        var request = http.method(command.method).uri(command.uri);
        if (command.body != null) {
            request.body(command.body);
        }
        if (command.key != null) {
            request.header("Idempotency-Key", command.key);
        }
        if (command.version != null) {
            request.header("If-Match", "\"" + command.version + "\"");
        }
        return request.retrieve().toEntity(JsonNode.class);
    }

    private static JsonNode body(ResponseEntity<JsonNode> response) {
        var body = response.getBody();
        return body == null ? JsonNodeFactory.instance.objectNode() : body;
    }
}
