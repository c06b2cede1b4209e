package roster.openapi.document;

import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import roster.openapi.Json;

/**
 * The JSON Schemas of Roster's own {@code types} that are written as one value, and of its own {@code constraints}, and the {@code names} of
 * schemas that differ from those of their classes: those of all services and those of one.
 */
record Vocabulary(ObjectNode words) {
    private static final Pattern REFERENCE = Pattern.compile("\"#/components/schemas/([A-Za-z]+)\"");

    static Vocabulary read() {
        var words = Json.require("/roster/openapi/vocabulary.json");
        Json.resource("/openapi/vocabulary.json").ifPresent(own -> own.forEachEntry((kind, entries) -> entries
                .forEachEntry((name, meaning) -> words.withObject("/" + kind).set(name, meaning))));
        return new Vocabulary(words);
    }

    Optional<ObjectNode> type(Class<?> type) {
        return find("types", type);
    }

    /** The document with the names of schemas. */
    ObjectNode named(ObjectNode document) {
        var text = REFERENCE.matcher(document.toString()).replaceAll(it -> "\"#/components/schemas/" + name(it.group(1)) + "\"");
        var named = (ObjectNode) Json.MAPPER.readTree(text);
        var schemas = Json.object();
        named.at("/components/schemas").forEachEntry((name, schema) -> schemas.set(name(name), schema));
        if (!schemas.propertyNames().containsAll(words.path("names").valueStream().map(JsonNode::asString).toList())) {
            throw new IllegalStateException("vocabulary.json names a schema that does not exist");
        }
        named.withObject("/components").set("schemas", schemas);
        return named;
    }

    private String name(String type) {
        return words.path("names").path(type).asString(type);
    }

    /** Adds constraints. Our patterns must match the whole text; a pattern of JSON Schema matches any part, so it gets anchors. */
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
     * @param name the id of the operation, or the name of the response
     */
    static Optional<JsonNode> example(String name, String part) {
        return Json.resource("/openapi/examples/" + name + ".json").flatMap(it -> it.optional(part));
    }
}
