package roster.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes the JSON of documents. */
public final class Json {
    public static final JsonMapper MAPPER = JsonMapper.shared();

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    public static ObjectNode ref(String kind, String name) {
        return object().put("$ref", "#/components/" + kind + "/" + name);
    }

    public static Optional<ObjectNode> resource(String path) {
        try (var in = Json.class.getResourceAsStream(path)) {
            return in == null ? Optional.empty() : Optional.of((ObjectNode) MAPPER.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    public static ObjectNode require(String path) {
        return resource(path).orElseThrow(() -> new IllegalStateException("there is no " + path));
    }

    /** The target of a {@code $ref}, or else the node itself. */
    public static JsonNode resolved(JsonNode document, JsonNode node) {
        var target = node;
        while (target.has("$ref")) {
            target = document.at(JsonPointer.compile(target.path("$ref").asString().substring(1)));
        }
        return target;
    }

    /** The value of a text with the type of a schema; the text itself where it is no such value. */
    public static JsonNode value(JsonNode schema, String text) {
        try {
            return List.of("integer", "number", "boolean").contains(schema.path("type").asString("")) ? MAPPER.readTree(text)
                    : MAPPER.getNodeFactory().stringNode(text);
        } catch (JacksonException e) {
            return MAPPER.getNodeFactory().stringNode(text);
        }
    }

    public static void putUnlessEmpty(ObjectNode node, String name, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            node.put(name, text);
        }
    }

    public static String pretty(JsonNode node) {
        var indenter = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        return MAPPER.writer().with(Objects.requireNonNull(printer)).writeValueAsString(node) + "\n";
    }
}
