package roster.openapi;

import java.util.List;

import org.springframework.util.AntPathMatcher;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import roster.http.access.OpenPaths;
import roster.http.access.OperatorOnly;

/** Says of an operation all that springdoc cannot know: what it is for, who may ask it, how it is asked, and how it answers. */
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

    ObjectNode complete(Endpoint endpoint, JsonNode found, JsonNode document) {
        var comment = javadocs.of(endpoint.handler().getMethod());
        var operation = Json.object();
        operation.putArray("tags").add(endpoint.tag());
        operation.put("operationId", endpoint.operationId());
        Json.putUnlessEmpty(operation, "summary", comment.summary());
        Json.putUnlessEmpty(operation, "description", comment.description());
        operation.set("security", security(endpoint));
        var answers = responses.of(endpoint, found.path("responses"), document);
        operation.set("parameters", requests.parameters(endpoint, found, answers.has("304")));
        requests.body(endpoint, found).ifPresent(it -> operation.set("requestBody", it));
        operation.set("responses", answers);
        return operation;
    }

    private ArrayNode security(Endpoint endpoint) {
        var paths = new AntPathMatcher();
        if (openPaths.stream().anyMatch(it -> paths.match(it, endpoint.path()))) {
            return Json.array(List.of());
        }
        var schemes = endpoint.handler().hasMethodAnnotation(OperatorOnly.class) ? OPERATORS : ANY_CREDENTIAL;
        return Json.array(schemes.stream().map(it -> {
            var scheme = Json.object();
            scheme.putArray(it);
            return scheme;
        }).toList());
    }
}
