package roster.openapi.document;

import java.util.List;

import org.jspecify.annotations.Nullable;

import roster.contract.event.Organization;

/**
 * Parts that are added to all operations whose method has a certain argument.
 *
 * @param parameters names of the parameter components that the argument is read from
 * @param headers    names of the header components that it adds to successful responses
 * @param variant    second operation of the same methods
 */
public record Trait(Class<?> argument, List<String> parameters, List<String> headers, List<ErrorResponse> refusals,
        @Nullable Variant variant) {
    static final Trait OF_ORGANIZATIONS = new Trait(Organization.class, List.of("org"), List.of(), List.of(), null);

    /**
     * The same methods at a path with a prefix.
     *
     * @param name       suffix of the operation id
     * @param summary    beginning of the summary
     * @param parameters replace those of the trait
     * @param refusals   replace those of the trait
     * @param answer     type of the only successful response, with status 200
     */
    public record Variant(String prefix, String name, String summary, List<String> parameters, List<ErrorResponse> refusals,
            Class<?> answer) {}

    /** The trait of the variant. */
    Trait varied(Variant by) {
        return new Trait(argument, by.parameters, List.of(), by.refusals, null);
    }
}
