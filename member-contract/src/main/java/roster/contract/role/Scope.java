package roster.contract.role;

import static roster.contract.role.Permission.*;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonCreator;

import roster.contract.word.Word;

/** Scope of an API token. The first two are the published ones, the others Roster's own. No scope allows creating tokens. */
public enum Scope implements Word {
    /** The developers' permissions in the published table, except creating tokens. */
    DEVELOPER_OPERATIONS("developer-operations", TOKENS_CREATE_DEVELOPER_OPERATIONS, publishedFor(Role.DEVELOPER)),
    PROTECTED_ENDPOINT("protected-endpoint", TOKENS_CREATE_PROTECTED_ENDPOINT, EnumSet.of(INFERENCE_RUN)),
    MEMBER_ADMINISTRATION("member-administration", TOKENS_CREATE_MEMBER_ADMINISTRATION,
            EnumSet.of(MEMBERS_MANAGE, ROLES_MANAGE, MEMBERS_VIEW, DECISIONS_READ)),
    DIRECTORY("directory", MEMBERS_VIEW, EnumSet.of(MEMBERS_VIEW)),
    DECISIONS("decisions", DECISIONS_READ, EnumSet.of(DECISIONS_READ)),
    /** Histories are found by member; the feed is the history of all. */
    AUDIT("audit", AUDIT_READ, EnumSet.of(AUDIT_READ, MEMBERS_VIEW, EVENTS_READ)),
    EVENTS("events", EVENTS_READ, EnumSet.of(EVENTS_READ));

    private final String value;
    private final Permission neededToGrant;
    private final Set<Permission> permissions;

    Scope(String value, Permission neededToGrant, Set<Permission> permissions) {
        this.value = value;
        this.neededToGrant = neededToGrant;
        this.permissions = Collections.unmodifiableSet(permissions);
    }

    private static Set<Permission> publishedFor(Role role) {
        return role.permissions().stream()
                .filter(Permission::isPublished)
                .filter(it -> it != TOKENS_CREATE_DEVELOPER_OPERATIONS && it != TOKENS_CREATE_PROTECTED_ENDPOINT)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
    }

    @Override
    public String value() {
        return value;
    }

    /** The permission needed to create a token with this scope. */
    public Permission neededToGrant() {
        return neededToGrant;
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    /** The union of the scopes' permissions. */
    public static Set<Permission> permissions(Collection<Scope> scopes) {
        return scopes.stream().flatMap(it -> it.permissions.stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
    }

    /** @throws IllegalArgumentException for an unknown value */
    @JsonCreator
    public static Scope of(String value) {
        return Word.read(Scope.class, value);
    }
}
