package roster.systemtest.access;

import java.util.EnumSet;
import java.util.Set;

import roster.contract.role.Permission;

/**
 * A caller with a bearer token.
 *
 * @param token       empty for requests without a token
 * @param permissions permissions in the requested organization
 */
record Bearer(String name, String token, Kind kind, Set<Permission> permissions) {
    enum Kind {
        NOBODY,
        UNKNOWN,
        PERSON,
        PROGRAM,
        FOREIGN_PERSON,
        FOREIGN_PROGRAM,
        NOTIFICATION_SERVICE,
        OPERATOR
    }

    static Bearer unknown(String name, String token) {
        return new Bearer(name, token, Kind.UNKNOWN, Set.of());
    }

    boolean isForeign() {
        return EnumSet.of(Kind.FOREIGN_PERSON, Kind.FOREIGN_PROGRAM, Kind.NOTIFICATION_SERVICE).contains(kind);
    }

    /** True for an admin, and an organization token, of another organization. */
    boolean isMemberElsewhere() {
        return name.startsWith("the neighbour's");
    }

    boolean isPerson() {
        return EnumSet.of(Kind.PERSON, Kind.FOREIGN_PERSON, Kind.OPERATOR).contains(kind);
    }

    boolean isKnownTo(Route route) {
        return kind != Kind.NOBODY && kind != Kind.UNKNOWN && (kind != Kind.NOTIFICATION_SERVICE || route.isOfCommandService());
    }

    @Override
    public String toString() {
        return name;
    }
}
