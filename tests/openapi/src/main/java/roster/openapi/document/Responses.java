package roster.openapi.document;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import roster.openapi.Json;

/** Describes the responses of an operation, one per status. */
final class Responses {
    private static final String REQUEST_ID = "X-Request-ID";

    private record Success(HttpStatus status, Set<String> headers, Optional<JsonNode> schema, Optional<JsonNode> example,
            List<String> otherMediaTypes) {}

    private final ServiceApi api;
    private final ErrorResponses refusals;
    private final Components components;

    Responses(ServiceApi api, Components components) {
        this.api = api;
        this.refusals = new ErrorResponses(api);
        this.components = components;
    }

    JsonNode of(Endpoint endpoint, JsonNode document) {
        var responses = new TreeMap<Integer, JsonNode>();
        var done = endpoint.variant().map(it -> varied(it.answer().getSimpleName())).orElseGet(() -> done(endpoint, document));
        responses.put(done.status.value(), succeeded(done));
        if (endpoint.isQuestion() && done.headers.contains("ETag")) {
            responses.put(HttpStatus.NOT_MODIFIED.value(), response(HttpStatus.NOT_MODIFIED.getReasonPhrase(), List.of(done.headers)));
        }
        refusals.of(endpoint).stream().collect(groupingBy(it -> it.problem().status()))
                .forEach((status, group) -> responses.put(status, refused(HttpStatus.valueOf(status), group)));
        return Json.tree(responses);
    }

    private static Success varied(String answer) {
        return new Success(HttpStatus.OK, Set.of(), Optional.of(Json.ref("schemas", answer)), Vocabulary.example(answer, "response"),
                List.of());
    }

    private Success done(Endpoint endpoint, JsonNode document) {
        var schema = endpoint.schema();
        var others = endpoint.otherMediaTypes().toList();
        var status = schema.isEmpty() && others.isEmpty() ? HttpStatus.NO_CONTENT
                : api.answers().getOrDefault(endpoint.returned(), endpoint.status());
        var headers = new HashSet<String>();
        api.traitsOf(endpoint).forEach(it -> headers.addAll(it.headers()));
        if (status == HttpStatus.CREATED || status == HttpStatus.ACCEPTED) {
            headers.add("Location");
        }
        if (schema.filter(it -> Json.resolved(document, it).path("properties").has("version")).isPresent()) {
            headers.add("ETag"); // the version in the body is also in a header
        }
        return new Success(status, headers, schema, Vocabulary.example(endpoint.exampleName(), "response"), others);
    }

    private ObjectNode succeeded(Success done) {
        var response = response(done.status.getReasonPhrase(), List.of(done.headers));
        done.schema.ifPresent(schema -> {
            var body = response.putObject("content").putObject(APPLICATION_JSON_VALUE);
            body.set("schema", schema);
            done.example.ifPresent(it -> body.set("example", it));
        });
        done.otherMediaTypes.forEach(it -> response.withObject("/content").putObject(it).putObject("schema").put("type", "string"));
        return response;
    }

    /** The error response of a status, shared by all operations with the same errors. Its examples have the codes that it can have. */
    private JsonNode refused(HttpStatus status, List<ErrorResponse> group) {
        var codes = group.stream().map(it -> it.problem().code()).distinct().sorted().toList();
        var response = response(status.getReasonPhrase() + ": `" + String.join("`, `", codes) + "`",
                group.stream().map(ErrorResponse::headers).toList());
        var problem = response.putObject("content").putObject(APPLICATION_PROBLEM_JSON_VALUE);
        problem.set("schema", Json.ref("schemas", "Problem"));
        var examples = problem.putObject("examples");
        group.forEach(it -> examples.putObject(it.name()).set("value", Json.tree(it.problem())));
        return components.response(group.stream().map(ErrorResponse::name).sorted().collect(joining(".")), response);
    }

    /** A header that not all responses with the same status have is optional. */
    private ObjectNode response(String description, List<Set<String>> headersOfGroup) {
        var response = Json.object().put("description", description);
        var headers = response.putObject("headers");
        headers.set(REQUEST_ID, components.header(REQUEST_ID));
        headersOfGroup.stream().flatMap(Collection::stream).sorted().distinct().forEach(name -> headers.set(name,
                headersOfGroup.stream().allMatch(it -> it.contains(name)) ? components.header(name) : components.occasionalHeader(name)));
        return response;
    }
}
