package roster.openapi;

import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an operation is asked and answers, for example. */
record Examples(ObjectNode examples) {
    static Examples of(Endpoint endpoint) {
        return new Examples(Json.resource("/openapi/examples/" + endpoint.operationId() + ".json").orElseGet(Json::object));
    }

    Optional<JsonNode> request() {
        return examples.optional("request");
    }

    Optional<JsonNode> response() {
        return examples.optional("response");
    }
}
