package roster.openapi;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an operation answers, status by status. */
final class Responses {
    private static final String REQUEST_ID = "X-Request-ID";

    private final Successes successes;
    private final Refusals refusals;
    private final Components components;

    Responses(Successes successes, Refusals refusals, Components components) {
        this.successes = successes;
        this.refusals = refusals;
        this.components = components;
    }

    /** @param found what springdoc knows of the responses */
    ObjectNode of(Endpoint endpoint, JsonNode found, JsonNode document) {
        var responses = new TreeMap<Integer, JsonNode>();
        successes.of(endpoint, found, document).stream().collect(groupingBy(Success::status))
                .forEach((status, group) -> responses.put(status, succeeded(status, group)));
        refusals.of(endpoint).stream().collect(groupingBy(it -> it.problem().status()))
                .forEach((status, group) -> responses.put(status, refused(status, group)));
        var byStatus = Json.object();
        responses.forEach((status, response) -> byStatus.set(status.toString(), response));
        return byStatus;
    }

    private ObjectNode succeeded(int status, List<Success> group) {
        var response = Json.object().put("description", HttpStatus.valueOf(status).getReasonPhrase());
        response.set("headers", headers(group.stream().map(Success::headers).toList()));
        var schemas = group.stream().flatMap(it -> it.schema().stream()).toList();
        if (!schemas.isEmpty()) {
            var body = response.putObject("content").putObject(MediaType.APPLICATION_JSON_VALUE);
            body.set("schema", schemas.size() == 1 ? schemas.getFirst() : Json.object().set("oneOf", Json.array(schemas)));
            var examples = body.putObject("examples");
            group.forEach(it -> it.example().ifPresent(example -> examples.putObject(it.name()).set("value", example)));
        }
        return response;
    }

    /** Operations that fail in the same ways share what is said of it. */
    private JsonNode refused(int status, List<Refusal> group) {
        var codes = group.stream().map(it -> it.problem().code()).distinct().sorted().toList();
        var response = Json.object();
        response.put("description", HttpStatus.valueOf(status).getReasonPhrase() + ": `" + String.join("`, `", codes) + "`");
        response.set("headers", headers(group.stream().map(Refusal::headers).toList()));
        response.putObject("content").set(MediaType.APPLICATION_PROBLEM_JSON_VALUE, problem(codes, group));
        return components.response(group.stream().map(Refusal::name).sorted().collect(joining(".")), response);
    }

    private static ObjectNode problem(List<String> codes, List<Refusal> group) {
        var one = Json.object();
        one.putObject("properties").putObject("code").set("enum", Json.texts(codes));
        var problem = Json.object();
        problem.putObject("schema").set("allOf", Json.array(List.of(Json.ref("schemas", "Problem"), one)));
        var examples = problem.putObject("examples");
        group.forEach(it -> examples.putObject(it.name()).set("value", Json.MAPPER.valueToTree(it.problem())));
        return problem;
    }

    /** Of answers with the same status, some may have a header and others not. */
    private ObjectNode headers(List<Set<String>> group) {
        var headers = Json.object();
        headers.set(REQUEST_ID, components.header(REQUEST_ID));
        group.stream().flatMap(Collection::stream).sorted().distinct().forEach(name -> headers.set(name,
                group.stream().allMatch(it -> it.contains(name)) ? components.header(name) : components.occasionalHeader(name)));
        return headers;
    }
}
