package roster.systemtest.access;

import static roster.contract.role.Permission.AUDIT_READ;
import static roster.contract.role.Permission.DECISIONS_READ;
import static roster.contract.role.Permission.EVENTS_READ;
import static roster.contract.role.Permission.MEMBERS_MANAGE;
import static roster.contract.role.Permission.MEMBERS_VIEW;
import static roster.contract.role.Permission.ROLES_MANAGE;
import static roster.contract.role.Permission.TOKENS_CREATE_PROTECTED_ENDPOINT;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import roster.contract.role.Permission;

/** Required kind of caller or permissions of a route. */
sealed interface Need {
    /** No credential; something else in the request authorizes it. */
    record Nothing() implements Need {}

    /** Any credential; the response depends on the caller. */
    record ToBeKnown() implements Need {}

    record ToBeAPerson() implements Need {}

    /** The member of the path, who is none of the callers. */
    record ToBeTheMember() implements Need {}

    record ToBeAnOperator() implements Need {}

    record ToBeNotificationService() implements Need {}

    record Permissions(List<Permission> all) implements Need {
        static Permissions of(Permission... all) {
            return new Permissions(List.of(all));
        }
    }

    /** The permission in any organization. */
    record PermissionsSomewhere(Permission one) implements Need {}

    /** The first permission; without the second, the resource is invisible for people, and forbidden for programs. */
    record PermissionsToSee(Permission first, Permission second) implements Need {}

    /** One need of people and another one of programs. */
    record PermissionsByKind(Permissions ofPeople, Permissions ofPrograms) implements Need {}

    /** Needs of all routes. A new route must be added here. */
    Map<String, Need> OF_ROUTES = routes();

    static Need of(Route route) {
        return Objects.requireNonNull(OF_ROUTES.get(route.toString()), route::toString);
    }

    private static Map<String, Need> routes() {
        var needs = new HashMap<String, Need>(Map.of(
                "POST /organizations", new ToBeAnOperator(),
                "POST /admin/projections/{name}/rebuild", new ToBeAnOperator(),
                "GET /admin/projections", new ToBeAnOperator(),
                "POST /invitation-mails", new ToBeNotificationService(),
                "POST /invitations/accept", new ToBeAPerson(),
                "GET /.well-known/authzen-configuration", new Nothing(),
                "GET /roles", new ToBeKnown(),
                "GET /me/organizations", new ToBeKnown(),
                "POST /access/v1/search/resource", new PermissionsSomewhere(DECISIONS_READ)));
        List.of("evaluation", "evaluations", "search/subject", "search/action")
                .forEach(it -> needs.put("POST /access/v1/" + it, Permissions.of(DECISIONS_READ)));
        needs.put("POST /invitation-mails/batch", new ToBeNotificationService());
        needs.put("POST /admin/publishers/{name}/republish", new ToBeAnOperator());
        needs.put("GET /admin/projections/{name}/rebuilds/{rebuild}", new ToBeAnOperator());
        List.of("lookup", "decline", "ask-again").forEach(it -> needs.put("POST /invitations/" + it, new Nothing()));
        var manages = Permissions.of(MEMBERS_MANAGE);
        var views = Permissions.of(MEMBERS_VIEW);
        List.of("suspend", "reactivate", "erase", "invitation/resend", "invitation/revoke")
                .forEach(it -> needs.put("POST /organizations/{org}/members/{member}/" + it, manages));
        Map.of(
                "PUT /locale", manages,
                "POST /members", Permissions.of(MEMBERS_MANAGE, ROLES_MANAGE),
                "PUT /members/{member}/name", manages,
                "PUT /members/{member}/email", manages,
                "PUT /members/{member}/role", Permissions.of(ROLES_MANAGE),
                "POST /members/{member}/access/confirm", Permissions.of(ROLES_MANAGE),
                "DELETE /members/{member}", manages,
                "POST /api-tokens", Permissions.of(TOKENS_CREATE_PROTECTED_ENDPOINT),
                "DELETE /api-tokens/{token}", manages)
                .forEach((route, need) -> needs.put(route.replace(" ", " /organizations/{org}"), need));
        List.of("/members", "/members/{member}", "/roles").forEach(path -> needs.put("GET /organizations/{org}" + path, views));
        List.of("/events", "/events/checksum", "/events/stream")
                .forEach(path -> needs.put("GET /organizations/{org}" + path, Permissions.of(EVENTS_READ)));
        List.of("checkpoint", "proof", "consistency", "entries", "heads", "alarms")
                .forEach(path -> needs.put("GET /organizations/{org}/log/" + path, Permissions.of(AUDIT_READ)));
        needs.put("POST /admin/log/checkpoint", new ToBeAnOperator());
        List.of("/diff", "/access-review", "/access-review/manifest")
                .forEach(path -> needs.put("GET /organizations/{org}" + path, Permissions.of(AUDIT_READ)));
        needs.put("GET /operator/events", new ToBeAnOperator());
        needs.put("GET /organizations/{org}/members/{member}/history", Permissions.of(AUDIT_READ));
        needs.put("GET /organizations/{org}/members/{member}/permissions", Permissions.of(DECISIONS_READ));
        needs.put("GET /organizations/{org}/members/{member}/accounts", manages);
        needs.put("POST /organizations/{org}/members/{member}/accounts", new ToBeTheMember());
        needs.put("DELETE /organizations/{org}/members/{member}/accounts/{account}", manages);
        needs.put("GET /me/accounts", new ToBeKnown());
        needs.put("GET /organizations/{org}/api-tokens", new PermissionsByKind(views, Permissions.of(MEMBERS_VIEW, MEMBERS_MANAGE)));
        needs.put("GET /organizations/{org}/api-tokens/{token}", new PermissionsToSee(MEMBERS_VIEW, MEMBERS_MANAGE));
        return Map.copyOf(needs);
    }
}
