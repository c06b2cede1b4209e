package roster.openapi.document;

import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import roster.openapi.Json;
import roster.openapi.javadoc.Javadocs;

/** Describes the request of an operation: parameters, headers and body. */
final class Requests {
    private static final List<String> EVERY_REQUEST = List.of("X-Request-ID", "X-Correlation-ID", "traceparent");
    private static final List<String> PLACES = List.of("query", "header");

    private final ServiceApi api;
    private final Components components;
    private final Vocabulary vocabulary;
    private final Javadocs javadocs;

    Requests(ServiceApi api, Components components, Vocabulary vocabulary, Javadocs javadocs) {
        this.api = api;
        this.components = components;
        this.vocabulary = vocabulary;
        this.javadocs = javadocs;
    }

    /** @param conditional true to add {@code If-None-Match} */
    JsonNode parameters(Endpoint endpoint, boolean conditional) {
        var own = endpoint.found().path("parameters").valueStream().map(it -> parameter((ObjectNode) it, endpoint));
        var shared = Stream.of(api.traitsOf(endpoint).stream().flatMap(it -> it.parameters().stream()),
                conditional ? Stream.of("If-None-Match") : Stream.<String>empty(), EVERY_REQUEST.stream()).flatMap(it -> it);
        return Json.tree(Stream.concat(own, shared.map(components::parameter))
                .sorted(Comparator.comparingInt(it -> place(it, endpoint))).toList());
    }

    /** Sort key: path parameters first, in the order of the path. */
    private int place(JsonNode parameter, Endpoint endpoint) {
        var meant = components.resolved(parameter);
        int inPath = endpoint.path().indexOf("{" + meant.path("name").asString() + "}");
        return inPath < 0 ? endpoint.path().length() + PLACES.indexOf(meant.path("in").asString()) : inPath;
    }

    private JsonNode parameter(ObjectNode found, Endpoint endpoint) {
        var name = found.path("name").asString();
        boolean isShared = components.hasParameter(name)
                && components.resolved(components.parameter(name)).path("in").equals(found.path("in"))
                && declared(endpoint, name).flatMap(it -> vocabulary.type(it.getType())).isEmpty();
        return isShared ? components.parameter(name) : described(found, name, endpoint);
    }

    private ObjectNode described(ObjectNode parameter, String name, Endpoint endpoint) {
        var method = endpoint.handler().getMethod();
        var declared = declared(endpoint, name).orElseThrow(() -> new IllegalStateException(method + " has no parameter " + name));
        vocabulary.type(declared.getType()).ifPresent(it -> parameter.set("schema", it));
        var schema = parameter.withObject("/schema");
        vocabulary.constrain(schema, declared);
        defaultOf(declared).ifPresent(it -> schema.set("default", Json.value(schema, it)));
        Json.putUnlessEmpty(parameter, "description", javadocs.of(method).parameters().get(declared.getName()));
        return parameter;
    }

    private static Optional<Parameter> declared(Endpoint endpoint, String name) {
        return Arrays.stream(endpoint.handler().getMethod().getParameters()).filter(it -> isNamed(it, name)).findFirst();
    }

    private static boolean isNamed(Parameter declared, String name) {
        var header = declared.getAnnotation(RequestHeader.class);
        return name.equals(header == null ? declared.getName() : header.name());
    }

    private static Optional<String> defaultOf(Parameter parameter) {
        return Optional.ofNullable(parameter.getAnnotation(RequestParam.class)).map(RequestParam::defaultValue)
                .filter(it -> !it.equals(ValueConstants.DEFAULT_NONE));
    }

    Optional<JsonNode> body(Endpoint endpoint) {
        var body = endpoint.found().optional("requestBody");
        body.ifPresent(it -> Vocabulary.example(endpoint.exampleName(), "request")
                .ifPresent(example -> it.withObject("/content/application~1json").set("example", example)));
        return body;
    }
}
