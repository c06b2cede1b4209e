package roster.systemtest.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import roster.contract.role.Permission;
import roster.contract.role.Role;
import roster.contract.role.Scope;
import roster.local.PerJvm;
import roster.systemtest.access.Bearer.Kind;
import roster.systemtest.running.Answer;
import roster.systemtest.running.Await;
import roster.systemtest.running.Http;
import roster.systemtest.running.Roster;

/** An organization for access tests, and callers of every kind. */
final class House {
    private static final String SLUG = "house";
    private static final String NEIGHBOUR = "neighbour";

    private final Roster roster;
    private final List<Bearer> bearers = new ArrayList<>();
    private final String resident;
    private final String token;
    private final String position;

    private House(Roster roster) {
        this.roster = roster;
        var ada = found(SLUG);
        found(NEIGHBOUR);
        bearers.add(new Bearer("no token", "", Kind.NOBODY, Set.of()));
        bearers.add(Bearer.unknown("an unknown token", "any-token-that-is-long-enough-to-be-one-0001"));
        bearers.add(new Bearer("an operator", roster.operatorToken(), Kind.OPERATOR, EnumSet.allOf(Permission.class)));
        bearers.add(new Bearer("notification-service", roster.notificationToken(), Kind.NOTIFICATION_SERVICE, Set.of()));
        bearers.add(new Bearer("an admin", ada, Kind.PERSON, Role.ADMIN.permissions()));
        people();
        tokens(ada);
        strangers();
        resident = join("resident", Role.DEVELOPER);
        var created = createToken(commands(roster.operatorToken()), SLUG, "organization", Scope.AUDIT, null);
        token = created.text("/tokenId");
        position = created.header("Consistency-Token");
        succeed(roster.queries().as(roster.operatorToken()).post("/admin/log/checkpoint", null));
    }

    static House built(Roster roster) {
        return new House(roster);
    }

    List<Bearer> bearers() {
        return List.copyOf(bearers);
    }

    /** Sends commands as dry runs, so that all callers find the same state. */
    Answer knock(Route route, Bearer bearer) {
        var path = (route.canBeRehearsed() ? Route.DRY_RUN : "")
                + route.path().replace("{org}", SLUG).replace("{member}", resident).replace("{account}", resident).replace("{token}", token)
                        .replace("{name}", "state-publisher").replace("{rebuild}", resident)
                // a stream that is begun does not end
                + (route.path().endsWith("/stream") ? "?after=nowhere" : "");
        var http = route.isOfCommandService() ? commands(bearer.token()) : roster.queries().as(bearer.token());
        return http.send(route.method(), path, route.bodyAbout(SLUG), "Consistency-Token", position);
    }

    private void people() {
        for (var role : List.of(Role.DEVELOPER, Role.ENDPOINT_USER)) {
            join(role.value(), role);
            bearers.add(new Bearer("a " + role.value(), person(role.value()), Kind.PERSON, role.permissions()));
        }
        var suspended = join("suspended", Role.ADMIN);
        var own = createToken(commands(person("suspended")), SLUG, "personal", Scope.MEMBER_ADMINISTRATION, null);
        succeed(commands(roster.operatorToken()).post("/organizations/house/members/" + suspended + "/suspend", null));
        bearers.add(new Bearer("a suspended admin", person("suspended"), Kind.PERSON, Set.of()));
        bearers.add(new Bearer("a program of a suspended admin", own.text("/secret"), Kind.PROGRAM, Set.of()));
    }

    private void tokens(String ada) {
        for (var scope : Scope.values()) {
            bearers.add(new Bearer("a token for " + scope.value(), createToken(commands(ada), SLUG, "organization", scope, null)
                    .text("/secret"), Kind.PROGRAM, scope.permissions()));
            bearers.add(new Bearer("an admin's token for " + scope.value(), createToken(commands(ada), SLUG, "personal", scope, null)
                    .text("/secret"), Kind.PROGRAM, scope.permissions()));
        }
        var revoked = createToken(commands(ada), SLUG, "organization", Scope.MEMBER_ADMINISTRATION, null);
        succeed(commands(ada).send("DELETE", "/organizations/house/api-tokens/" + revoked.text("/tokenId"), null));
        bearers.add(Bearer.unknown("a revoked token", revoked.text("/secret")));
        bearers.add(Bearer.unknown("an expired token", expired(ada)));
        bearers.add(Bearer.unknown("an expired sign-in", PerJvm.issuer().token("subject of house", "roster",
                Map.of("idp", "github", "exp", Instant.now().minusSeconds(120).getEpochSecond()))));
        var gone = join("gone", Role.ADMIN);
        var left = createToken(commands(person("gone")), SLUG, "personal", Scope.MEMBER_ADMINISTRATION, null);
        succeed(commands(ada).send("DELETE", "/organizations/house/members/" + gone, null));
        bearers.add(Bearer.unknown("a token of a deleted member", left.text("/secret")));
        bearers.add(new Bearer("a deleted member", person("gone"), Kind.FOREIGN_PERSON, Set.of()));
    }

    private String expired(String ada) {
        var secret = createToken(commands(ada), SLUG, "organization", Scope.MEMBER_ADMINISTRATION, Instant.now().plusSeconds(6))
                .text("/secret");
        Await.until(() -> roster.queries().as(secret).get("/organizations/house/members").status() == 401);
        return secret;
    }

    private void strangers() {
        var neighbour = person(NEIGHBOUR);
        bearers.add(new Bearer("the neighbour's admin", neighbour, Kind.FOREIGN_PERSON, Set.of()));
        bearers.add(new Bearer("the neighbour's token", createToken(commands(neighbour), NEIGHBOUR, "organization",
                Scope.MEMBER_ADMINISTRATION, null).text("/secret"), Kind.FOREIGN_PROGRAM, Set.of()));
        bearers.add(new Bearer("a stranger", person("stranger"), Kind.FOREIGN_PERSON, Set.of()));
    }

    /** Registers an organization, and returns the bearer token of its admin. */
    private String found(String slug) {
        var registered = commands(roster.operatorToken()).post("/organizations", """
                {"slug": "%1$s", "name": "%1$s", "admin": {"name": "Ada", "email": "%2$s"}}""".formatted(slug, email(slug)));
        succeed(registered);
        accept(slug);
        return person(slug);
    }

    private String join(String name, Role role) {
        var member = succeed(commands(roster.operatorToken()).invite(SLUG, name, email(name), role.value())).text("/memberId");
        accept(name);
        return member;
    }

    private void accept(String name) {
        succeed(commands(roster.operatorToken()).post("/invitations/accept", """
                {"token": "%s", "verifiedEmail": "%s", "identity": {"provider": "github", "subject": "subject of %s"}}"""
                .formatted(roster.mails().to(email(name), 1).getFirst().token(), email(name), name)));
    }

    private static String email(String name) {
        return name + "@house.example";
    }

    private static String person(String name) {
        return PerJvm.issuer().token("subject of " + name, "roster",
                Map.of("idp", "github", "email", email(name), "email_verified", true));
    }

    private Http commands(String bearer) {
        return roster.commands().as(bearer);
    }

    private static Answer createToken(Http as, String slug, String kind, Scope scope, @Nullable Instant expiry) {
        return succeed(as.post("/organizations/" + slug + "/api-tokens", """
                {"name": "a token", "kind": "%s", "scopes": ["%s"], "expiresAt": %s}"""
                .formatted(kind, scope.value(), expiry == null ? null : "\"" + expiry + "\"")));
    }

    private static Answer succeed(Answer answer) {
        assertThat(answer.status()).as(String.valueOf(answer.body())).isBetween(200, 204);
        return answer;
    }
}
