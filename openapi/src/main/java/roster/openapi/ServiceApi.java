package roster.openapi;

import java.util.List;
import java.util.Map;

import org.springframework.http.HttpStatus;

/**
 * What is particular to the API of one service. Its examples are the resources {@code /openapi/examples/<operation>.json}, and what its own types
 * and constraints mean in JSON is in {@code /openapi/vocabulary.json}.
 *
 * @param refusals by the types that {@link roster.http.openapi.Rejections} names
 * @param answers  the types in which controllers return a body, by the status that they stand for; one without a body is 204
 */
public record ServiceApi(String title, String description, List<Trait> traits, Map<Class<?>, Refusal> refusals,
        Map<Class<?>, HttpStatus> answers) {}
