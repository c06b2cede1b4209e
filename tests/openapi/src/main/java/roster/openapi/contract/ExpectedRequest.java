package roster.openapi.contract;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

import roster.openapi.Json;

/** Compares requests that succeeded with the document. */
final class ExpectedRequest {
    private final Document document;

    ExpectedRequest(Document document) {
        this.document = document;
    }

    List<String> violations(Operation operation, Exchange exchange) {
        var violations = new ArrayList<String>();
        document.parameters(operation).forEach(it -> violations.addAll(parameter(it, operation, exchange)));
        var declared = document.parameters(operation).map(it -> it.path("name").asString()).toList();
        query(exchange).keySet().stream().filter(it -> !declared.contains(it))
                .forEach(it -> violations.add("there is no parameter " + it));
        violations.addAll(body(document.resolved(operation.node().path("requestBody")), exchange));
        return violations;
    }

    private List<String> parameter(JsonNode declared, Operation operation, Exchange exchange) {
        var name = declared.path("name").asString();
        var value = switch (declared.path("in").asString()) {
            case "path" -> Optional.ofNullable(operation.variablesOf(exchange.pathOnly()).get(name));
            case "query" -> Optional.ofNullable(query(exchange).get(name)).filter(it -> !isLeftOpen(it, declared));
            default -> ExpectedAnswer.header(exchange.requestHeaders(), name);
        };
        if (value.isEmpty()) {
            return declared.path("required").asBoolean(false) ? List.of(name + " is missing") : List.of();
        }
        return document.errorsOfText(declared.path("schema"), value.get()).stream().map(it -> name + ": " + it).toList();
    }

    /** True for an empty value of a parameter that has a default. */
    private static boolean isLeftOpen(String value, JsonNode declared) {
        return value.isEmpty() && declared.path("schema").has("default");
    }

    private List<String> body(JsonNode declared, Exchange exchange) {
        var text = exchange.requestBody();
        if (text.isEmpty()) {
            return declared.path("required").asBoolean(false) ? List.of("the body is missing") : List.of();
        }
        var schema = declared.path("content").path("application/json").path("schema");
        return schema.isMissingNode() ? List.of("a body is sent") : document.errors(schema, Json.MAPPER.readTree(text));
    }

    private static Map<String, String> query(Exchange exchange) {
        var parameters = new LinkedHashMap<String, String>();
        int start = exchange.path().indexOf('?');
        if (start >= 0) {
            for (var pair : exchange.path().substring(start + 1).split("&", -1)) {
                var parts = pair.split("=", 2);
                parameters.put(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
