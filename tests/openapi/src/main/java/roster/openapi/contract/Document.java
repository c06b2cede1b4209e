package roster.openapi.contract;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.springframework.web.util.pattern.PathPattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import roster.openapi.Json;

/** A parsed document: finds the operation of a request, and validates values against its schemas. */
final class Document {
    private static final String OPEN = "additionalProperties";

    private final JsonNode root;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

    Document(JsonNode root) {
        this.root = root;
    }

    /** A stricter document than the one for callers: objects have no other properties, unless it explicitly allows them. */
    static Document closed(ObjectNode root) {
        root.at("/components/schemas").valueStream().filter(it -> it.has("properties") && !it.has(OPEN))
                .forEach(it -> ((ObjectNode) it).put(OPEN, false));
        return new Document(root);
    }

    JsonNode root() {
        return root;
    }

    JsonNode resolved(JsonNode node) {
        return Json.resolved(root, node);
    }

    List<Operation> operations() {
        return root.path("paths").propertyStream().flatMap(path -> path.getValue().propertyStream()
                .map(it -> new Operation(it.getKey(), path.getKey(), it.getValue()))).toList();
    }

    /** The matching operation with the most specific path. */
    Optional<Operation> operation(String method, String path) {
        return operations().stream().filter(it -> it.method().equals(method.toLowerCase(Locale.ROOT)) && it.matches(path))
                .min(Comparator.comparing(Operation::path, PathPattern.SPECIFICITY_COMPARATOR));
    }

    /** Errors of the value; empty when it is valid. */
    List<String> errors(JsonNode schema, JsonNode value) {
        return schemas.computeIfAbsent(schema, this::compiled)
                .validate(value, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true).locale(Locale.ENGLISH)))
                .stream().map(it -> it.getInstanceLocation() + " " + it.getMessage()).toList();
    }

    /** Compiles a schema together with the components that it refers to. */
    private Schema compiled(JsonNode schema) {
        var self = Json.object();
        self.set("allOf", Json.tree(List.of(schema)));
        self.set("components", root.path("components"));
        return registry.getSchema(self);
    }

    /** Errors of a value that is given as text, as in headers and parameters. */
    List<String> errorsOfText(JsonNode schema, String text) {
        return errors(schema, Json.value(resolved(schema), text));
    }

    Stream<JsonNode> parameters(Operation operation) {
        return operation.node().path("parameters").valueStream().map(this::resolved);
    }
}
