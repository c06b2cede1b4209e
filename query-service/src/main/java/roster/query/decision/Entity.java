package roster.query.decision;

import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

import roster.http.problem.Malformed;

/**
 * A subject or a resource.
 *
 * @param properties further properties
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Entity(@Nullable String type, @Nullable String id, @Nullable Map<String, Object> properties) {
    public static final String ORGANIZATION = "organization";
    private static final Set<String> WITHIN_AN_ORGANIZATION = Set.of("deployment", "model", "bento");

    /** True for a type of resource that belongs to an organization, by the property {@code organization}. */
    public static boolean isWithinAnOrganization(String type) {
        return WITHIN_AN_ORGANIZATION.contains(type);
    }

    /**
     * The subject; null when it has an unknown type or a malformed id.
     *
     * @throws Malformed when a mandatory field is missing
     */
    public @Nullable Subject asSubject(String pointer) {
        var stated = Stated.at(pointer + "/type", type);
        return Subject.of(stated, Stated.at(pointer + "/id", id)).orElse(null);
    }

    /**
     * The organization of a resource, by id or slug: its own id, or the property; null when it has none.
     *
     * @throws Malformed when a mandatory field is missing
     */
    public @Nullable String organization(String pointer) {
        var stated = Stated.at(pointer + "/type", type);
        var own = Stated.at(pointer + "/id", id);
        if (ORGANIZATION.equals(stated)) {
            return own;
        }
        return properties != null && isWithinAnOrganization(stated) && properties.get(ORGANIZATION) instanceof String named
                ? named
                : null;
    }
}
