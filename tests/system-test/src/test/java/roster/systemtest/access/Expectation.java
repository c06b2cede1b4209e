package roster.systemtest.access;

import java.util.List;

import roster.systemtest.access.Bearer.Kind;

/** Expected result of authorization. */
enum Expectation {
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    INVISIBLE(404),
    LET_IN(0);

    private final int status;

    Expectation(int status) {
        this.status = status;
    }

    static Expectation of(Route route, Need need, Bearer bearer) {
        if (need instanceof Need.Nothing && bearer.kind() == Kind.NOBODY) {
            return LET_IN;
        }
        if (!bearer.isKnownTo(route)) {
            return UNAUTHENTICATED;
        }
        if (route.isOfAnOrganization() && bearer.isForeign()) {
            return INVISIBLE;
        }
        if (need instanceof Need.PermissionsToSee(var first, var second) && bearer.isPerson() && bearer.permissions().contains(first)
                && !bearer.permissions().contains(second)) {
            return INVISIBLE;
        }
        boolean may = switch (need) {
            case Need.Nothing _,Need.ToBeKnown _ -> true;
            case Need.ToBeAPerson _ -> bearer.isPerson();
            case Need.ToBeTheMember _ -> false;
            case Need.ToBeAnOperator _ -> bearer.kind() == Kind.OPERATOR;
            case Need.ToBeNotificationService _ -> bearer.kind() == Kind.NOTIFICATION_SERVICE;
            case Need.Permissions(var all) -> bearer.permissions().containsAll(all);
            case Need.PermissionsSomewhere(var one) -> bearer.permissions().contains(one) || bearer.isMemberElsewhere();
            case Need.PermissionsToSee(var first, var second) -> bearer.permissions().containsAll(List.of(first, second));
            case Need.PermissionsByKind it -> bearer.permissions().containsAll((bearer.isPerson() ? it.ofPeople() : it.ofPrograms()).all());
        };
        return may ? LET_IN : FORBIDDEN;
    }

    /** An authorized request may fail for other reasons, but not with 404 in an existing organization. */
    boolean isMetBy(Route route, int answered) {
        return this == LET_IN
                ? answered != UNAUTHENTICATED.status && answered != FORBIDDEN.status
                        && !(route.isOfAnOrganization() && answered == INVISIBLE.status) && answered < 500
                : answered == status;
    }
}
