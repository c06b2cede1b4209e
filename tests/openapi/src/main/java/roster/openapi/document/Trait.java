package roster.openapi.document;

import java.util.List;

import org.jspecify.annotations.Nullable;

import roster.contract.event.Organization;

/**
 * Parts that are added to all operations whose method has a certain argument.
 *
 * @param parameters names of the parameter components that the argument is read from
 * @param headers    names of the header components that it adds to successful responses
 * @param instead    schema of an alternative response, with status 200 and without those headers
 */
public record Trait(Class<?> argument, List<String> parameters, List<String> headers, List<ErrorResponse> refusals,
        @Nullable Class<?> instead) {
    static final Trait OF_ORGANIZATIONS = new Trait(Organization.class, List.of("org"), List.of(), List.of(), null);
}
