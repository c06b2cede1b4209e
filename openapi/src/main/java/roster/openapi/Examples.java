package roster.openapi;

import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is asked and answered, for example; by the id of the operation, or the name of what is answered. */
record Examples(ObjectNode examples) {
    static Examples of(String name) {
        return new Examples(Json.resource("/openapi/examples/" + name + ".json").orElseGet(Json::object));
    }

    Optional<JsonNode> request() {
        return examples.optional("request");
    }

    Optional<JsonNode> response() {
        return examples.optional("response");
    }
}
