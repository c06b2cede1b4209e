package roster.openapi;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an operation answers: when it succeeds, and for every way to fail. */
final class Responses {
    private static final String REQUEST_ID = "X-Request-ID";

    private final List<Trait> traits;
    private final Refusals refusals;
    private final Components components;

    Responses(List<Trait> traits, Refusals refusals, Components components) {
        this.traits = traits;
        this.refusals = refusals;
        this.components = components;
    }

    /** @param found what springdoc knows of the success, as the response 200 */
    ObjectNode of(Endpoint endpoint, JsonNode found, JsonNode document) {
        var responses = new TreeMap<Integer, JsonNode>();
        refusals.of(endpoint).stream().collect(groupingBy(it -> it.problem().status()))
                .forEach((status, group) -> responses.put(status, refused(status, group)));
        responses.put(endpoint.status(), success(endpoint, found, document));
        var byStatus = Json.object();
        responses.forEach((status, response) -> byStatus.set(status.toString(), response));
        return byStatus;
    }

    private ObjectNode success(Endpoint endpoint, JsonNode found, JsonNode document) {
        var response = Json.object().put("description", HttpStatus.valueOf(endpoint.status()).getReasonPhrase());
        var schema = found.path("content").valueStream().findFirst().map(it -> it.path("schema"));
        var headers = response.putObject("headers");
        successHeaders(endpoint, schema.map(it -> Json.resolved(document, it)).orElseGet(Json::object))
                .forEach(it -> headers.set(it, components.header(it)));
        schema.ifPresent(it -> {
            var body = response.putObject("content").putObject(MediaType.APPLICATION_JSON_VALUE);
            body.set("schema", it);
            Examples.of(endpoint).response().ifPresent(example -> body.set("example", example));
        });
        return response;
    }

    /** Whatever tells its version in the body tells it in a header, too. */
    private SortedSet<String> successHeaders(Endpoint endpoint, JsonNode schema) {
        var headers = new TreeSet<String>();
        headers.add(REQUEST_ID);
        traits.stream().filter(it -> endpoint.takes(it.argument())).forEach(it -> headers.addAll(it.headers()));
        if (endpoint.status() == HttpStatus.CREATED.value()) {
            headers.add("Location");
        }
        if (schema.path("properties").has("version")) {
            headers.add("ETag");
        }
        return headers;
    }

    private JsonNode refused(int status, List<Refusal> group) {
        var codes = group.stream().map(it -> it.problem().code()).distinct().sorted().toList();
        var response = Json.object();
        response.put("description", HttpStatus.valueOf(status).getReasonPhrase() + ": `" + String.join("`, `", codes) + "`");
        response.set("headers", headers(group));
        response.putObject("content").set(MediaType.APPLICATION_PROBLEM_JSON_VALUE, problem(codes, group));
        return components.response(group.stream().map(Refusal::name).sorted().collect(joining(".")), response);
    }

    private ObjectNode headers(List<Refusal> group) {
        var headers = Json.object();
        headers.set(REQUEST_ID, components.header(REQUEST_ID));
        group.stream().flatMap(it -> it.headers().stream()).sorted().distinct().forEach(name -> {
            boolean always = group.stream().allMatch(it -> it.headers().contains(name));
            headers.set(name, always ? components.header(name) : components.occasionalHeader(name));
        });
        return headers;
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
}
