package roster.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON as documents are made of it. */
final class Json {
    static final JsonMapper MAPPER = JsonMapper.shared();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ObjectNode ref(String kind, String name) {
        return object().put("$ref", "#/components/" + kind + "/" + name);
    }

    static ArrayNode array(Iterable<? extends JsonNode> items) {
        var array = MAPPER.createArrayNode();
        items.forEach(array::add);
        return array;
    }

    static ArrayNode texts(Iterable<String> items) {
        var array = MAPPER.createArrayNode();
        items.forEach(array::add);
        return array;
    }

    static Optional<ObjectNode> resource(String path) {
        try (var in = Json.class.getResourceAsStream(path)) {
            return in == null ? Optional.empty() : Optional.of((ObjectNode) MAPPER.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    static ObjectNode require(String path) {
        return resource(path).orElseThrow(() -> new IllegalStateException("there is no " + path));
    }

    /** What the pointer after the {@code #} of a {@code $ref} leads to, or else the node itself. */
    static JsonNode resolved(JsonNode document, JsonNode node) {
        var target = node;
        while (target.has("$ref")) {
            target = document.at(JsonPointer.compile(target.path("$ref").asString().substring(1)));
        }
        return target;
    }

    static ObjectNode sortedByName(ObjectNode node) {
        var fields = new TreeMap<String, JsonNode>();
        node.forEachEntry(fields::put);
        var sorted = object();
        fields.forEach(sorted::set);
        return sorted;
    }

    static void putUnlessEmpty(ObjectNode node, String name, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            node.put(name, text);
        }
    }

    static String pretty(JsonNode node) {
        var indenter = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        return MAPPER.writer().with(Objects.requireNonNull(printer)).writeValueAsString(node) + "\n";
    }
}
