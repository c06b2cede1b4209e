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
 * An access evaluation as it is sent, from which something may be missing. What decisions do not depend on is read only to see that it is
 * of the type that the specification says.
 *
 * @param subject  who is to do it: a {@code member} or an {@code api_token}, by its id
 * @param action   what is to be done: a permission
 * @param resource with what: an {@code organization}, by its id or slug; or a {@code deployment}, {@code model} or {@code bento}, by any id,
 *                 whose property {@code organization} says within which
 * @param context  has no bearing on decisions
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
     * @param properties what it is beyond that
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Entity(@Nullable String type, @Nullable String id, @Nullable Map<String, Object> properties) {
        private Entity or(@Nullable Entity byDefault) {
            return byDefault == null ? this
                    : new Entity(type == null ? byDefault.type : type, id == null ? byDefault.id : id, properties);
        }

        /** Of a resource: its own id, or what its properties say. */
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
     * What is to be done.
     *
     * @param name       of the permission, such as {@code members.manage}
     * @param properties have no bearing on decisions
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Action(@Nullable String name, @Nullable Map<String, Object> properties) {
        private Action or(@Nullable Action byDefault) {
            return byDefault == null || name != null ? this : new Action(byDefault.name, properties);
        }
    }

    /** Default values give way as a whole, but for what an evaluation must say and does not. */
    AccessRequest or(AccessRequest defaults) {
        return new AccessRequest(
                subject == null ? defaults.subject : subject.or(defaults.subject),
                action == null ? defaults.action : action.or(defaults.action),
                resource == null ? defaults.resource : resource.or(defaults.resource),
                context == null ? defaults.context : context);
    }

    /** @throws Malformed when something is missing */
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
