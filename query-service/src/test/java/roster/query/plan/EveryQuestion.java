package roster.query.plan;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GET requests for every operation in the OpenAPI document, with each value of each parameter, alone and together with a moment and a text. */
final class EveryQuestion {
    private static final JsonNode DOCUMENT = new JsonMapper()
            .readTree(EveryQuestion.class.getResourceAsStream("/openapi/query-service.json"));
    private static final List<String> TREE_SIZES = List.of("from", "to");
    private static final List<String> TOGETHER = List.of("asOf", "q");

    private final Map<String, List<String>> values;

    /** @param values of parameters that are no enums, by name; without a value, a parameter is left out */
    EveryQuestion(Map<String, List<String>> values) {
        this.values = values;
    }

    private record Value(String name, String text) {
        @Override
        public String toString() {
            return name + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    /** Paths with queries. */
    Stream<String> paths() {
        return DOCUMENT.path("paths").propertyStream().filter(it -> answersWithJson(it.getValue().path("get")))
                .flatMap(it -> paths(it.getKey(), it.getValue().path("get")));
    }

    private static boolean answersWithJson(JsonNode operation) {
        return operation.path("responses").path("200").path("content").has("application/json");
    }

    private Stream<String> paths(String template, JsonNode operation) {
        var parameters = operation.path("parameters").valueStream().map(EveryQuestion::resolved).toList();
        var path = template;
        for (var it : named(parameters, "path")) {
            path = path.replace("{" + it.path("name").asString() + "}", values(it).getFirst().text());
        }
        var required = named(parameters, "query").stream()
                .filter(it -> it.path("required").asBoolean() || it.path("name").asString().equals("limit"))
                .map(it -> values(it).getFirst().toString()).toList();
        var all = named(parameters, "query").stream().flatMap(it -> values(it).stream()).toList();
        var queries = new ArrayList<List<Value>>(List.of(List.of()));
        for (var one : all) {
            queries.add(List.of(one));
            all.stream().filter(it -> TOGETHER.contains(it.name()) && !it.name().equals(one.name()))
                    .forEach(it -> queries.add(List.of(one, it)));
        }
        var at = path;
        return queries.stream().map(query -> Stream.concat(required.stream(), query.stream().map(Value::toString)).distinct().toList())
                .map(query -> query.isEmpty() ? at : at + "?" + String.join("&", query));
    }

    private static List<JsonNode> named(List<JsonNode> parameters, String place) {
        return parameters.stream().filter(it -> it.path("in").asString().equals(place)).toList();
    }

    private List<Value> values(JsonNode parameter) {
        var name = parameter.path("name").asString();
        var schema = resolved(parameter.path("schema"));
        var words = schema.path("type").asString().equals("integer") && TREE_SIZES.contains(name) ? List.of("1")
                : schema.has("enum") ? schema.path("enum").valueStream().map(JsonNode::asString).toList()
                        : schema.path("type").asString().equals("boolean") ? List.of("true", "false")
                                : Objects.requireNonNull(values.get(name), () -> "no value of the parameter " + name);
        return words.stream().map(it -> new Value(name, it)).toList();
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? resolved(DOCUMENT.at(node.path("$ref").asString().substring(1))) : node;
    }
}
