package roster.openapi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/** In which ways operations may succeed. */
final class Successes {
    private final List<Trait> traits;

    Successes(List<Trait> traits) {
        this.traits = traits;
    }

    /** @param found what springdoc knows of the responses */
    List<Success> of(Endpoint endpoint, JsonNode found, JsonNode document) {
        var declared = asDeclared(endpoint, found.path("200"), document);
        var successes = new ArrayList<>(List.of(declared));
        if (endpoint.isQuestion() && declared.headers().contains("ETag")) {
            successes.add(new Success("Known", HttpStatus.NOT_MODIFIED.value(), declared.headers(), Optional.empty(), Optional.empty()));
        }
        endpoint.answered().map(it -> Set.of(it.perhaps())).filter(it -> !it.isEmpty())
                .ifPresent(it -> successes.add(declared.without(it)));
        traitsOf(endpoint).flatMap(it -> Stream.ofNullable(it.instead())).map(it -> instead(it, found)).forEach(successes::add);
        return successes;
    }

    private Success asDeclared(Endpoint endpoint, JsonNode found, JsonNode document) {
        var schema = schema(found);
        var headers = new HashSet<String>();
        traitsOf(endpoint).forEach(it -> headers.addAll(it.headers()));
        if (endpoint.status() == HttpStatus.CREATED.value()) {
            headers.add("Location");
        }
        if (schema.filter(it -> isVersioned(Json.resolved(document, it))).isPresent()) {
            headers.add("ETag");
        }
        return new Success("Done", endpoint.status(), headers, schema, Examples.of(endpoint.operationId()).response());
    }

    /** Whatever tells its version in the body tells it in a header, too. */
    private static boolean isVersioned(JsonNode schema) {
        return schema.path("properties").has("version");
    }

    private static Success instead(Class<?> body, JsonNode found) {
        var name = body.getSimpleName();
        return new Success(name, HttpStatus.OK.value(), Set.of(), schema(found.path(name)), Examples.of(name).response());
    }

    private Stream<Trait> traitsOf(Endpoint endpoint) {
        return traits.stream().filter(it -> endpoint.takes(it.argument()));
    }

    private static Optional<JsonNode> schema(JsonNode response) {
        return response.path("content").valueStream().findFirst().map(it -> it.path("schema"));
    }
}
