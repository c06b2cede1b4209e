package roster.openapi.document;

import java.util.List;
import java.util.Map;

import org.springframework.util.AntPathMatcher;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import roster.access.control.OpenPaths;
import roster.access.requirement.OperatorOnly;
import roster.openapi.Json;
import roster.openapi.javadoc.Javadocs;

/** Adds to an operation what springdoc cannot derive: Javadoc, credentials, request headers and responses. */
final class Operations {
    private static final List<String> ANY_CREDENTIAL = List.of("apiToken", "signIn", "operatorToken");
    private static final List<String> OPERATORS = List.of("operatorToken");

    private final Javadocs javadocs;
    private final Requests requests;
    private final Responses responses;
    private final List<String> openPaths;

    Operations(Javadocs javadocs, Requests requests, Responses responses, List<OpenPaths> openPaths) {
        this.javadocs = javadocs;
        this.requests = requests;
        this.responses = responses;
        this.openPaths = openPaths.stream().flatMap(it -> it.patterns().stream()).toList();
    }

    ObjectNode complete(Endpoint endpoint, JsonNode document) {
        var comment = javadocs.of(endpoint.handler().getMethod());
        var operation = Json.object();
        operation.putArray("tags").add(Endpoint.tag(endpoint.handler().getBeanType()));
        operation.put("operationId", endpoint.operationId());
        Json.putUnlessEmpty(operation, "summary", endpoint.variant().map(it -> it.summary() + comment.summary()).orElse(comment.summary()));
        Json.putUnlessEmpty(operation, "description", comment.description());
        operation.set("security", Json.tree(credentials(endpoint).stream().map(it -> Map.of(it, List.of())).toList()));
        var answers = responses.of(endpoint, document);
        operation.set("parameters", requests.parameters(endpoint, answers.has("304")));
        requests.body(endpoint).ifPresent(it -> operation.set("requestBody", it));
        operation.set("responses", answers);
        return operation;
    }

    private List<String> credentials(Endpoint endpoint) {
        var paths = new AntPathMatcher();
        if (openPaths.stream().anyMatch(it -> paths.match(it, endpoint.path()))) {
            return List.of();
        }
        return endpoint.handler().hasMethodAnnotation(OperatorOnly.class) ? OPERATORS : ANY_CREDENTIAL;
    }
}
