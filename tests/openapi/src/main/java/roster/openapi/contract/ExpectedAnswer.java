package roster.openapi.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import roster.openapi.Json;

/** Compares answers with the document. */
final class ExpectedAnswer {
    private static final JsonNode PROBLEM = Json.ref("schemas", "Problem");

    private final Document document;

    ExpectedAnswer(Document document) {
        this.document = document;
    }

    List<String> violations(Operation operation, Exchange exchange) {
        var declared = operation.node().path("responses").path(String.valueOf(exchange.status()));
        if (declared.isMissingNode()) {
            return List.of("the status is none of " + operation.node().path("responses").propertyNames());
        }
        var response = document.resolved(declared);
        var violations = new ArrayList<String>();
        response.path("headers").forEachEntry((name, header) -> violations.addAll(header(name, document.resolved(header), exchange)));
        violations.addAll(body(response.path("content"), exchange));
        if (exchange.status() >= 400 && violations.isEmpty()) {
            violations.addAll(code(response.at("/content/application~1problem+json/examples"), exchange));
        }
        return violations;
    }

    /** The code of a problem must be that of one of the examples. */
    private static List<String> code(JsonNode examples, Exchange exchange) {
        var code = Json.MAPPER.readTree(exchange.responseBody()).path("code").asString();
        var declared = examples.valueStream().map(it -> it.at("/value/code").asString()).toList();
        return declared.isEmpty() || declared.contains(code) ? List.of() : List.of("the code is " + code + ", not one of " + declared);
    }

    /** A request without an operation must be answered with a problem. */
    List<String> violationsWithoutOperation(Exchange exchange) {
        return exchange.status() < 400 ? List.of("there is no such operation") : body("application/problem+json", PROBLEM, exchange);
    }

    private List<String> header(String name, JsonNode declared, Exchange exchange) {
        var value = header(exchange.responseHeaders(), name);
        if (value.isEmpty()) {
            return declared.path("required").asBoolean(false) ? List.of("the header " + name + " is missing") : List.of();
        }
        return document.errorsOfText(declared.path("schema"), value.get()).stream().map(it -> "header " + name + ": " + it).toList();
    }

    private List<String> body(JsonNode content, Exchange exchange) {
        if (content.isEmpty()) {
            return exchange.responseBody().isEmpty() ? List.of() : List.of("there is a body");
        }
        var type = contentType(exchange);
        return content.has(type)
                ? body(type, content.path(type).path("schema"), exchange)
                : List.of("the content type is " + type + ", not one of " + content.propertyNames());
    }

    private List<String> body(String type, JsonNode schema, Exchange exchange) {
        if (!contentType(exchange).equals(type)) {
            return List.of("the content type is " + contentType(exchange) + ", not " + type);
        }
        try {
            return type.endsWith("json") ? document.errors(schema, Json.MAPPER.readTree(exchange.responseBody())) : List.of();
        } catch (JacksonException e) {
            return List.of("the body is no JSON: " + e.getOriginalMessage());
        }
    }

    private static String contentType(Exchange exchange) {
        return header(exchange.responseHeaders(), "Content-Type").map(it -> it.split(";", 2)[0]).orElse("none");
    }

    static Optional<String> header(Map<String, List<String>> headers, String name) {
        return headers.entrySet().stream().filter(it -> it.getKey().equalsIgnoreCase(name)).map(it -> it.getValue().getFirst()).findFirst();
    }
}
