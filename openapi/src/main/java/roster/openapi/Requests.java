package roster.openapi;

import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What an operation reads: its parameters, those in headers included, and its body. */
final class Requests {
    private static final List<String> EVERY_REQUEST = List.of("X-Request-ID", "X-Correlation-ID", "traceparent");
    private static final List<String> PLACES = List.of("query", "header");

    private final List<Trait> traits;
    private final Components components;
    private final Vocabulary vocabulary;
    private final Javadocs javadocs;

    Requests(List<Trait> traits, Components components, Vocabulary vocabulary, Javadocs javadocs) {
        this.traits = traits;
        this.components = components;
        this.vocabulary = vocabulary;
        this.javadocs = javadocs;
    }

    /** @param conditional whether a caller may say what they know already */
    ArrayNode parameters(Endpoint endpoint, JsonNode found, boolean conditional) {
        var names = new ArrayList<>(
                traits.stream().filter(it -> endpoint.takes(it.argument())).flatMap(it -> it.parameters().stream()).toList());
        if (conditional) {
            names.add("If-None-Match");
        }
        names.addAll(EVERY_REQUEST);
        var own = found.path("parameters").valueStream().map(it -> parameter((ObjectNode) it, endpoint));
        return Json.array(Stream.concat(own, names.stream().map(components::parameter))
                .sorted(Comparator.comparingInt(it -> place(it, endpoint))).toList());
    }

    /** Those of the path come first, in its order. */
    private int place(JsonNode parameter, Endpoint endpoint) {
        var meant = components.resolved(parameter);
        int inPath = endpoint.path().indexOf("{" + meant.path("name").asString() + "}");
        return inPath < 0 ? endpoint.path().length() + PLACES.indexOf(meant.path("in").asString()) : inPath;
    }

    private JsonNode parameter(ObjectNode found, Endpoint endpoint) {
        var name = found.path("name").asString();
        return components.hasParameter(name) ? components.parameter(name) : described(found, declared(endpoint, name), endpoint);
    }

    private ObjectNode described(ObjectNode parameter, Parameter declared, Endpoint endpoint) {
        vocabulary.type(declared.getType()).ifPresent(it -> parameter.set("schema", it));
        var schema = parameter.withObject("/schema");
        Schemas.constrain(schema, vocabulary.constraints(declared).toList());
        defaultOf(declared).ifPresent(it -> schema.put("default", it));
        Json.putUnlessEmpty(parameter, "description", javadocs.of(endpoint.handler().getMethod()).parameters().get(declared.getName()));
        return parameter;
    }

    private static Parameter declared(Endpoint endpoint, String name) {
        return Arrays.stream(endpoint.handler().getMethod().getParameters()).filter(it -> it.getName().equals(name)).findFirst()
                .orElseThrow();
    }

    private static Optional<String> defaultOf(Parameter parameter) {
        return Optional.ofNullable(parameter.getAnnotation(RequestParam.class)).map(RequestParam::defaultValue)
                .filter(it -> !it.equals(ValueConstants.DEFAULT_NONE));
    }

    Optional<ObjectNode> body(Endpoint endpoint, JsonNode found) {
        if (!(found.path("requestBody") instanceof ObjectNode body)) {
            return Optional.empty();
        }
        Examples.of(endpoint.operationId()).request().ifPresent(it -> body.withObject("/content/application~1json").set("example", it));
        return Optional.of(body);
    }
}
