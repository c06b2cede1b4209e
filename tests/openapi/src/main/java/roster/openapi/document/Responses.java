package roster.openapi.document;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import roster.openapi.Json;

/** Describes the responses of an operation, one per status. */
final class Responses {
    private static final String REQUEST_ID = "X-Request-ID";

    /** A successful response. {@code name} is the name of its example. */
    private record Success(String name, HttpStatus status, Set<String> headers, Optional<JsonNode> schema, Optional<JsonNode> example) {}

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
        successes(endpoint, document).stream().collect(groupingBy(Success::status))
                .forEach((status, group) -> responses.put(status.value(), succeeded(status, group)));
        refusals.of(endpoint).stream().collect(groupingBy(it -> it.problem().status()))
                .forEach((status, group) -> responses.put(status, refused(HttpStatus.valueOf(status), group)));
        return Json.tree(responses);
    }

    private List<Success> successes(Endpoint endpoint, JsonNode document) {
        var done = done(endpoint, document);
        var successes = new ArrayList<>(List.of(done));
        if (endpoint.isQuestion() && done.headers().contains("ETag")) {
            successes.add(new Success("Known", HttpStatus.NOT_MODIFIED, done.headers(), Optional.empty(), Optional.empty()));
        }
        api.traitsOf(endpoint).stream().flatMap(it -> Stream.ofNullable(it.instead())).map(Class::getSimpleName)
                .forEach(it -> successes.add(new Success(it, HttpStatus.OK, Set.of(), Optional.of(Json.ref("schemas", it)),
                        Vocabulary.example(it, "response"))));
        return successes;
    }

    private Success done(Endpoint endpoint, JsonNode document) {
        var schema = endpoint.found().at("/responses/200/content").valueStream().findFirst().map(it -> it.path("schema"));
        var status = schema.isEmpty() ? HttpStatus.NO_CONTENT : api.answers().getOrDefault(endpoint.returned(), HttpStatus.OK);
        var headers = new HashSet<String>();
        api.traitsOf(endpoint).forEach(it -> headers.addAll(it.headers()));
        if (status == HttpStatus.CREATED) {
            headers.add("Location");
        }
        if (schema.filter(it -> Json.resolved(document, it).path("properties").has("version")).isPresent()) {
            headers.add("ETag"); // the version in the body is also in a header
        }
        return new Success("Done", status, headers, schema, Vocabulary.example(endpoint.operationId(), "response"));
    }

    private ObjectNode succeeded(HttpStatus status, List<Success> group) {
        var response = response(status.getReasonPhrase(), group.stream().map(Success::headers).toList());
        var schemas = group.stream().flatMap(it -> it.schema().stream()).toList();
        if (!schemas.isEmpty()) {
            var body = response.putObject("content").putObject(APPLICATION_JSON_VALUE);
            body.set("schema", schemas.size() == 1 ? schemas.getFirst() : Json.tree(Map.of("oneOf", schemas)));
            var examples = body.putObject("examples");
            group.forEach(it -> it.example().ifPresent(example -> examples.putObject(it.name()).set("value", example)));
        }
        return response;
    }

    /** The error response of a status, shared by all operations with the same errors. */
    private JsonNode refused(HttpStatus status, List<ErrorResponse> group) {
        var codes = group.stream().map(it -> it.problem().code()).distinct().sorted().toList();
        var response = response(status.getReasonPhrase() + ": `" + String.join("`, `", codes) + "`",
                group.stream().map(ErrorResponse::headers).toList());
        var problem = response.putObject("content").putObject(APPLICATION_PROBLEM_JSON_VALUE);
        problem.set("schema", Json.tree(Map.of("allOf", List.of(Json.ref("schemas", "Problem"),
                Map.of("properties", Map.of("code", Map.of("enum", codes)))))));
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
