package roster.openapi.document;

import java.util.List;

import org.jspecify.annotations.Nullable;

import roster.contract.event.Organization;

/**
 * Adds the same parts to all operations whose method takes a certain argument.
 *
 * @param parameters that it is read from, by their names among the components
 * @param headers    that answers have because of it when the request succeeds, likewise
 * @param instead    what requests may ask to be answered with, as 200 and without those headers
 */
public record Trait(Class<?> argument, List<String> parameters, List<String> headers, List<Refusal> refusals, @Nullable Class<?> instead) {
    static final Trait OF_ORGANIZATIONS = new Trait(Organization.class, List.of("org"), List.of(), List.of(), null);
}
