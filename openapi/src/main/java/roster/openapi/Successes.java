package roster.openapi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/** In which ways operations may succeed. */
final class Successes {
    private final List<Trait> traits;
    private final Map<Class<?>, HttpStatus> statuses;

    Successes(List<Trait> traits, Map<Class<?>, HttpStatus> statuses) {
        this.traits = traits;
        this.statuses = statuses;
    }

    /** @param found what springdoc knows of the responses */
    List<Success> of(Endpoint endpoint, JsonNode found, JsonNode document) {
        var declared = asDeclared(endpoint, found.path("200"), document);
        var successes = new ArrayList<>(List.of(declared));
        if (endpoint.isQuestion() && declared.headers().contains("ETag")) {
            successes.add(new Success("Known", HttpStatus.NOT_MODIFIED.value(), declared.headers(), Optional.empty(), Optional.empty()));
        }
        traitsOf(endpoint).flatMap(it -> Stream.ofNullable(it.instead())).map(Successes::instead).forEach(successes::add);
        return successes;
    }

    private Success asDeclared(Endpoint endpoint, JsonNode found, JsonNode document) {
        var schema = schema(found);
        var headers = new HashSet<String>();
        traitsOf(endpoint).forEach(it -> headers.addAll(it.headers()));
        var status = schema.isEmpty() ? HttpStatus.NO_CONTENT : statuses.getOrDefault(endpoint.returned(), HttpStatus.OK);
        if (status == HttpStatus.CREATED) {
            headers.add("Location");
        }
        if (schema.filter(it -> isVersioned(Json.resolved(document, it))).isPresent()) {
            headers.add("ETag");
        }
        return new Success("Done", status.value(), headers, schema, Examples.of(endpoint.operationId()).response());
    }

    /** Whatever tells its version in the body tells it in a header, too. */
    private static boolean isVersioned(JsonNode schema) {
        return schema.path("properties").has("version");
    }

    private static Success instead(Class<?> body) {
        var name = body.getSimpleName();
        return new Success(name, HttpStatus.OK.value(), Set.of(), Optional.of(Json.ref("schemas", name)), Examples.of(name).response());
    }

    private Stream<Trait> traitsOf(Endpoint endpoint) {
        return traits.stream().filter(it -> endpoint.takes(it.argument()));
    }

    private static Optional<JsonNode> schema(JsonNode response) {
        return response.path("content").valueStream().findFirst().map(it -> it.path("schema"));
    }
}
