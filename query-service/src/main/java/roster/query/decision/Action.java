package roster.query.decision;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

import roster.contract.role.Permission;
import roster.http.problem.Malformed;

/**
 * An action.
 *
 * @param name       name of the permission, such as {@code members.manage}
 * @param properties have no influence on decisions
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Action(@Nullable String name, @Nullable Map<String, Object> properties) {
    private static final Map<String, Permission> ACTIONS = Arrays.stream(Permission.values())
            .collect(Collectors.toUnmodifiableMap(Permission::value, Function.identity()));

    /**
     * The permission; null for an unknown name.
     *
     * @throws Malformed when the name is missing
     */
    public @Nullable Permission permission(String pointer) {
        return ACTIONS.get(Stated.at(pointer + "/name", name));
    }
}
