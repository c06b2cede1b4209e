package roster.openapi;

import java.util.Optional;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/**
 * A way in which a request may succeed.
 *
 * @param name    of the example
 * @param headers that its answer has beside those of every answer
 * @param schema  of the body, where there is one
 */
record Success(String name, int status, Set<String> headers, Optional<JsonNode> schema, Optional<JsonNode> example) {}
