package roster.console.service;

import java.util.regex.Pattern;

import jakarta.servlet.http.HttpSession;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Sends commands to command-service. */
@Component
public class CommandClient {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final RestClient http;
    private final HttpSession session;

    CommandClient(Services services, ServiceProperties properties, HttpSession session) {
        this.http = services.client(properties.commands());
        this.session = session;
    }

    /** @throws ServiceRejected when it was not carried out */
    public JsonNode send(CommandCall command) {
        var response = exchange(command, false);
        LatestChange.remember(session, response.getHeaders().getFirst("Consistency-Token"));
        return body(response);
    }

    /**
     * Does a dry run of a command.
     *
     * @throws ServiceRejected when the command would be rejected
     */
    public DryRunAnswer dryRun(CommandCall command) {
        return DryRunAnswer.of(body(exchange(command, true)));
    }

    private ResponseEntity<JsonNode> exchange(CommandCall command, boolean dryRun) {
        var request = http.method(command.method()).uri(uri -> command.uri(uri, dryRun));
        if (command.hasBody()) {
            request.body(command.body());
        }
        if (command.key() != null && !dryRun) {
            if (!KEY.matcher(command.key()).matches()) {
                throw ServiceRejected.malformed("The key of the form has been changed.");
            }
            request.header("Idempotency-Key", command.key());
        }
        if (command.version() != null) {
            request.header("If-Match", "\"" + command.version() + "\"");
        }
        return request.retrieve().toEntity(JsonNode.class);
    }

    private static JsonNode body(ResponseEntity<JsonNode> response) {
        var body = response.getBody();
        return body == null ? JsonNodeFactory.instance.objectNode() : body;
    }
}
