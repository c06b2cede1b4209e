package roster.openapi;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.databind.node.ObjectNode;

/**
 * What our own words mean in JSON: {@code types} that are written as one value, {@code constraints} of ours, and {@code parameters} of paths. Some
 * are of all services, the others of one.
 */
record Vocabulary(ObjectNode words) {
    static Vocabulary read() {
        var words = Json.require("/roster/openapi/vocabulary.json");
        Json.resource("/openapi/vocabulary.json").ifPresent(own -> own.forEachEntry((kind, entries) -> entries
                .forEachEntry((name, meaning) -> words.withObject("/" + kind).set(name, meaning))));
        return new Vocabulary(words);
    }

    Optional<ObjectNode> type(Class<?> type) {
        return find("types", type.getSimpleName());
    }

    Optional<ObjectNode> parameter(String name) {
        return find("parameters", name);
    }

    Stream<ObjectNode> constraints(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotations()).map(Annotation::annotationType)
                .flatMap(it -> find("constraints", it.getSimpleName()).stream());
    }

    private Optional<ObjectNode> find(String kind, String name) {
        return words.path(kind).path(name) instanceof ObjectNode found ? Optional.of(found.deepCopy()) : Optional.empty();
    }
}
