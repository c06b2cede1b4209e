package roster.openapi.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import roster.openapi.Json;

/** Lists descriptions, examples and constraints that a document lacks. */
public final class Completeness {
    private static final List<String> EVERYWHERE = List.of("400", "401", "403", "406", "408", "413", "429", "500", "503");

    /** Classes by property, possessive quantifiers, quotations and anchors that ECMA-262 without flags, Python or Java lack. */
    private static final Pattern UNPORTABLE = Pattern.compile("\\\\[pPQEAzZGhHRX]|[*+?}]\\+|\\(\\?[^:]");

    private static final String EXAMPLES = "src/test/resources/openapi/examples";

    private final Document document;
    private final List<String> missing = new ArrayList<>();

    private Completeness(Document document) {
        this.document = document;
    }

    /** One line per omission. */
    public static List<String> missingFrom(String json) {
        var completeness = new Completeness(new Document(Json.MAPPER.readTree(json)));
        completeness.check();
        return completeness.missing;
    }

    private void check() {
        var ids = new ArrayList<String>();
        document.operations().forEach(it -> {
            require(!ids.contains(it.toString()), it, "has the id of another operation");
            ids.add(it.toString());
            operation(it);
        });
        document.root().path("tags").forEach(it -> require(!text(it, "description").isEmpty(), "the controller " + text(it, "name"),
                "has no Javadoc"));
        document.root().at("/components/schemas").propertyStream().forEach(it -> schema(it.getKey(), it.getValue()));
    }

    private void operation(Operation operation) {
        var node = operation.node();
        require(!text(node, "summary").isEmpty(), operation, "has no Javadoc");
        require(node.path("tags").size() == 1, operation, "has no tag");
        require(node.path("security").isArray(), operation, "has no security");
        document.parameters(operation).forEach(it -> parameter(operation, it));
        statuses(operation).filter(it -> !node.path("responses").has(it)).forEach(it -> require(false, operation, "does not answer " + it));
        if (node.has("requestBody")) {
            example(operation + ", as a request,", node.at("/requestBody/content/application~1json"));
        }
        node.path("responses").forEachEntry((status, response) -> response(operation, status, document.resolved(response)));
    }

    private static Stream<String> statuses(Operation operation) {
        var byRequest = Stream.concat(operation.path().getPatternString().contains("{") ? Stream.of("404") : Stream.empty(),
                operation.node().has("requestBody") ? Stream.of("415") : Stream.empty());
        return Stream.concat(EVERYWHERE.stream(), byRequest);
    }

    private void parameter(Operation operation, JsonNode parameter) {
        var name = "the parameter " + text(parameter, "name") + " of " + operation;
        require(!text(parameter, "description").isEmpty(), name,
                "has no description: add @param to the Javadoc of the method, or an entry to components.json");
        require(isScalar(parameter.path("schema")), name, "is not a single value: describe its type in vocabulary.json");
        bounded(name, parameter.path("schema"));
        parameter.path("schema").optional("default").ifPresent(it -> require(document.errors(parameter.path("schema"), it).isEmpty(), name,
                "has a default of another type"));
    }

    private void response(Operation operation, String status, JsonNode response) {
        var name = operation + ", as answer " + status + ",";
        require(response.path("headers").has("X-Request-ID"), name, "has no X-Request-ID");
        response.path("headers")
                .forEach(it -> require(!text(document.resolved(it), "description").isEmpty(), name, "has a header without description"));
        if (List.of("204", "304").contains(status)) {
            require(response.path("content").isEmpty(), name, "has a body");
        } else if (status.compareTo("400") < 0) {
            require(response.path("content").valueStream().anyMatch(it -> it.has("schema")), name, "has no body");
            response.path("content").optional("application/json").ifPresent(it -> example(name, it));
        } else {
            examples(name, response.at("/content/application~1problem+json"));
        }
    }

    private void examples(String name, JsonNode content) {
        require(!content.path("examples").isEmpty(), name, "lacks an example: " + EXAMPLES);
        content.path("examples").forEach(it -> valid(name, content.path("schema"), it.path("value")));
    }

    private void example(String name, JsonNode content) {
        require(content.has("example"), name, "has no example: " + EXAMPLES);
        if (content.has("example")) {
            valid(name, content.path("schema"), content.path("example"));
        }
    }

    private void valid(String name, JsonNode schema, JsonNode example) {
        document.errors(schema, example).forEach(it -> require(false, name, "has an example that is not valid: " + it));
    }

    private void schema(String name, JsonNode schema) {
        schema.path("properties").forEachEntry((field, property) -> {
            var what = name + "." + field;
            require(property.has("type") || property.has("$ref") || property.has("oneOf"), what, "has no type");
            if (!schema.path("additionalProperties").asBoolean(true)) {
                bounded(what, property);
            }
        });
    }

    /** Requires a maximum length, or another constraint, for each text that callers send. */
    private void bounded(String name, JsonNode schema) {
        var meant = document.resolved(schema);
        require(!UNPORTABLE.matcher(text(meant, "pattern")).find(), name, "has a pattern that not all languages read");
        require(!meant.path("type").toString().contains("string")
                || Stream.of("maxLength", "enum", "format", "pattern").anyMatch(meant::has), name,
                "has no maximum: add a constraint, or an entry to vocabulary.json");
    }

    private boolean isScalar(JsonNode schema) {
        return List.of("string", "integer", "boolean").contains(document.resolved(schema).path("type").asString(""));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    private void require(boolean condition, Object what, String otherwise) {
        if (!condition) {
            missing.add(what + " " + otherwise);
        }
    }
}
