package roster.query.access;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

import roster.contract.role.Permission;
import roster.http.problem.FieldError;
import roster.http.problem.Malformed;
import roster.query.access.Item.Evaluation;
import roster.query.access.Item.Unknown;

/**
 * An access evaluation as sent, possibly incomplete. Values without influence on decisions are only checked for their type.
 *
 * @param subject  a {@code member} or an {@code api_token}, by id
 * @param action   a permission
 * @param resource an {@code organization}, by id or slug; or a {@code deployment}, {@code model} or {@code bento}, by any id, whose property
 *                 {@code organization} names its organization
 * @param context  has no influence on decisions
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record AccessRequest(@Nullable Entity subject, @Nullable Action action, @Nullable Entity resource,
        @Nullable Map<String, Object> context) {
    private static final String ORGANIZATION = "organization";
    private static final Set<String> WITHIN_AN_ORGANIZATION = Set.of("deployment", "model", "bento");
    private static final Map<String, Permission> ACTIONS = Arrays.stream(Permission.values())
            .collect(Collectors.toUnmodifiableMap(Permission::value, Function.identity()));

    /**
     * A subject or a resource.
     *
     * @param properties further properties
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Entity(@Nullable String type, @Nullable String id, @Nullable Map<String, Object> properties) {
        private Entity or(@Nullable Entity byDefault) {
            return byDefault == null ? this
                    : new Entity(type == null ? byDefault.type : type, id == null ? byDefault.id : id, properties);
        }

        /** The organization of a resource: its own id, or the property; null when it has none. */
        private @Nullable String organization() {
            if (ORGANIZATION.equals(type)) {
                return id;
            }
            return properties != null && WITHIN_AN_ORGANIZATION.contains(type) && properties.get(ORGANIZATION) instanceof String named
                    ? named
                    : null;
        }
    }

    /**
     * An action.
     *
     * @param name       name of the permission, such as {@code members.manage}
     * @param properties have no influence on decisions
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Action(@Nullable String name, @Nullable Map<String, Object> properties) {
        private Action or(@Nullable Action byDefault) {
            return byDefault == null || name != null ? this : new Action(byDefault.name, properties);
        }
    }

    /** Fills in defaults: a missing value as a whole, and missing mandatory fields of a given value. */
    AccessRequest or(AccessRequest defaults) {
        return new AccessRequest(
                subject == null ? defaults.subject : subject.or(defaults.subject),
                action == null ? defaults.action : action.or(defaults.action),
                resource == null ? defaults.resource : resource.or(defaults.resource),
                context == null ? defaults.context : context);
    }

    /** @throws Malformed when a mandatory field is missing */
    Item item() {
        var who = said(subject, "/subject");
        var what = said(action, "/action");
        var where = said(resource, "/resource");
        var knownSubject = Subject.of(said(who.type, "/subject/type"), said(who.id, "/subject/id"));
        var permission = ACTIONS.get(said(what.name, "/action/name"));
        said(where.type, "/resource/type");
        said(where.id, "/resource/id");
        var organization = where.organization();
        return knownSubject.isEmpty() || permission == null || organization == null
                ? new Unknown()
                : new Evaluation(knownSubject.get(), permission, organization);
    }

    private static <T> T said(@Nullable T value, String pointer) {
        if (value == null) {
            throw new Malformed(FieldError.pointer(pointer, "is missing"));
        }
        return value;
    }
}
