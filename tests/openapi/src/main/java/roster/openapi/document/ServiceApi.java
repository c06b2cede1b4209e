package roster.openapi.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.http.HttpStatus;

/**
 * Describes the API of one service. Its examples are the resources {@code /openapi/examples/<operation>.json}; the JSON Schema of its own
 * types and constraints is in {@code /openapi/vocabulary.json}.
 *
 * @param refusals error responses by the types that {@link roster.access.document.Rejections} names
 * @param answers  return types of controllers, with the status that each means; a type without a body is 204
 */
public record ServiceApi(String title, String description, List<Trait> traits, Map<Class<?>, ErrorResponse> refusals,
        Map<Class<?>, HttpStatus> answers) {
    List<Trait> traitsOf(Endpoint endpoint) {
        return Stream.concat(Stream.of(Trait.OF_ORGANIZATIONS), traits.stream()).filter(it -> endpoint.takes(it.argument()))
                .map(it -> endpoint.variant().filter(by -> by.equals(it.variant())).map(it::varied).orElse(it)).toList();
    }

    /** The variant that a path belongs to. */
    Optional<Trait.Variant> variantAt(String path) {
        return variants().filter(it -> path.startsWith(it.prefix())).findFirst();
    }

    Stream<Trait.Variant> variants() {
        return traits.stream().flatMap(it -> Stream.ofNullable(it.variant()));
    }
}
