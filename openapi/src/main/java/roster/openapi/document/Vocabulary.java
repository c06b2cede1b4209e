package roster.openapi.document;

import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import roster.openapi.Json;

/**
 * The JSON Schema of Roster's own {@code types} that are written as one value, and of its own {@code constraints}. Some are of all
 * services, the others of one.
 */
record Vocabulary(ObjectNode words) {
    static Vocabulary read() {
        var words = Json.require("/roster/openapi/vocabulary.json");
        Json.resource("/openapi/vocabulary.json").ifPresent(own -> own.forEachEntry((kind, entries) -> entries
                .forEachEntry((name, meaning) -> words.withObject("/" + kind).set(name, meaning))));
        return new Vocabulary(words);
    }

    Optional<ObjectNode> type(Class<?> type) {
        return find("types", type);
    }

    /** A pattern of ours is about all of a text; a pattern of JSON Schema is about any part of it. */
    void constrain(ObjectNode schema, AnnotatedElement element) {
        Arrays.stream(element.getAnnotations()).flatMap(it -> find("constraints", it.annotationType()).stream()).forEach(schema::setAll);
        var pattern = schema.path("pattern").asString("");
        if (!pattern.isEmpty() && !pattern.startsWith("^")) {
            schema.put("pattern", "^(?:" + pattern + ")$");
        }
    }

    private Optional<ObjectNode> find(String kind, Class<?> type) {
        return words.path(kind).path(type.getSimpleName()) instanceof ObjectNode found ? Optional.of(found.deepCopy()) : Optional.empty();
    }

    /**
     * An example of a request or response.
     *
     * @param name the id of the operation, or the name of what is answered
     */
    static Optional<JsonNode> example(String name, String part) {
        return Json.resource("/openapi/examples/" + name + ".json").flatMap(it -> it.optional(part));
    }
}
