package roster.command;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import roster.command.Client.Response;
import roster.local.PerJvm;

/**
 * A command that is sent twice, first as a dry run.
 *
 * @param slug    slug of its organization
 * @param events  events that it records; empty when it is rejected
 * @param request prepares the state and builds the request
 */
record Rehearsal(String slug, String route, List<String> events, BiFunction<Team, TestClock, Request> request) {
    private static final String MEMBERS = "/organizations/{org}/members";
    private static final String MEMBER = MEMBERS + "/{member}";
    private static final String TOKENS = "/organizations/{org}/api-tokens";
    private static final String GRACE = "grace@navy.example";
    private static final Duration EIGHT_DAYS = Duration.ofDays(8);

    record Request(String method, String path, String body, List<String> headers) {
        Request asDryRun() {
            return new Request(method, "/dry-run" + path, body, headers);
        }

        Response send(Client client) {
            return client.send(method, path, body, headers.toArray(String[]::new));
        }

        static Request post(String path, String body, String... headers) {
            return new Request("POST", path, body, List.of(headers));
        }
    }

    @Override
    public String toString() {
        return slug;
    }

    private static Rehearsal carriedOut(String slug, String route, BiFunction<Team, TestClock, Request> request, String... events) {
        return new Rehearsal("would-" + slug, route, List.of(events), request);
    }

    private static Rehearsal refused(String slug, BiFunction<Team, TestClock, Request> request) {
        return new Rehearsal("would-not-" + slug, "", List.of(), request);
    }

    static Stream<Rehearsal> carriedOut() {
        return Stream.of(
                carriedOut("register", "POST /organizations", (_, _) -> register("rehearsed"),
                        "organization.registered", "member.invited"),
                carriedOut("change-locale", "PUT /organizations/{org}/locale", (team, _) -> changeLocale(team, "de"),
                        "organization.locale_changed"),
                carriedOut("keep-locale", "PUT /organizations/{org}/locale", (team, _) -> changeLocale(team, "en")),
                carriedOut("invite", "POST " + MEMBERS, (team, _) -> invite(team, GRACE), "member.invited"),
                carriedOut("take-over", "POST " + MEMBERS, Rehearsal::inviteAfterExpiry, "member.invitation_expired", "member.invited"),
                carriedOut("resend", "POST " + MEMBER + "/invitation/resend",
                        (team, _) -> post(team, invited(team), "invitation/resend"), "member.invitation_resent"),
                carriedOut("revoke", "POST " + MEMBER + "/invitation/revoke",
                        (team, _) -> post(team, invited(team), "invitation/revoke"), "member.invitation_revoked"),
                carriedOut("accept", "POST /invitations/accept", (team, _) -> accept(team.link(team.invite(GRACE, "admin")), GRACE),
                        "member.invitation_accepted"),
                carriedOut("decline", "POST /invitations/decline",
                        (team, _) -> decline(team.link(team.invite(GRACE, "admin"))), "member.invitation_declined"),
                carriedOut("ask-again", "POST /invitations/ask-again", Rehearsal::askAgainAfterExpiry, "member.invitation_expired",
                        "member.new_invitation_requested"),
                carriedOut("rename", "PUT " + MEMBER + "/name", (team, _) -> changeName(team, joined(team), "Grace Brewster Hopper"),
                        "member.name_changed"),
                carriedOut("keep-name", "PUT " + MEMBER + "/name", (team, _) -> changeName(team, joined(team), "Grace Hopper")),
                carriedOut("link-account", "POST " + MEMBER + "/accounts", Rehearsal::linkAccount, "member.account_linked"),
                carriedOut("unlink-account", "DELETE " + MEMBER + "/accounts/{account}", Rehearsal::unlinkAccount,
                        "member.account_unlinked"),
                carriedOut("move-invitation", "PUT " + MEMBER + "/email",
                        (team, _) -> changeEmail(team, invited(team), "grace@hopper.example"), "member.email_changed",
                        "member.invitation_resent"),
                carriedOut("move-member", "PUT " + MEMBER + "/email",
                        (team, _) -> changeEmail(team, joined(team), "grace@hopper.example"), "member.email_changed"),
                carriedOut("promote", "PUT " + MEMBER + "/role", (team, _) -> changeRole(team, joined(team), "admin"),
                        "member.role_changed"),
                carriedOut("change-nothing", "PUT " + MEMBER + "/role", (team, _) -> changeRole(team, joined(team), "developer")),
                carriedOut("confirm-access", "POST " + MEMBER + "/access/confirm", (team, _) -> confirm(team, joined(team), "developer"),
                        "member.access_confirmed"),
                carriedOut("suspend", "POST " + MEMBER + "/suspend",
                        (team, _) -> post(team, joined(team), "suspend", "If-Match", "\"1\""), "member.suspended"),
                carriedOut("reactivate", "POST " + MEMBER + "/reactivate",
                        (team, _) -> post(team, suspended(team), "reactivate"), "member.reactivated"),
                carriedOut("delete", "DELETE " + MEMBER, (team, _) -> delete(team, joined(team)), "member.deleted"),
                carriedOut("erase", "POST " + MEMBER + "/erase", (team, _) -> erase(team, deleted(team)), "member.erased"),
                carriedOut("report-a-letter", "POST /invitation-mails", (team, _) -> reportLetter(team), "invitation_mail.sent"),
                carriedOut("create-token", "POST " + TOKENS, (team, _) -> createToken(team, "organization"), "api_token.created"),
                carriedOut("revoke-token", "DELETE " + TOKENS + "/{token}", (team, _) -> revoke(team, token(team)), "api_token.revoked"));
    }

    static Stream<Rehearsal> refused() {
        return Stream.of(
                refused("register", (team, _) -> register(team.slug())),
                refused("invite", (team, _) -> invite(team, team.invite(GRACE, "admin").text("/email"))),
                refused("invite-many", (team, _) -> inviteTooMany(team)),
                refused("invite-for-unknown", (team, _) -> invite(team, GRACE, "On-Behalf-Of", UUID.randomUUID().toString())),
                refused("resend", (team, _) -> post(team, joined(team), "invitation/resend")),
                refused("revoke", (team, _) -> post(team, joined(team), "invitation/revoke")),
                refused("accept", (team, _) -> accept(team.link(team.invite(GRACE, "admin")), "mallory@navy.example")),
                refused("accept-late", Rehearsal::acceptTooLate),
                refused("accept-twice", (team, _) -> accept(team.adasLink(), "ada@acme.example")),
                refused("accept-without-link", (_, _) -> accept("k1.forged", GRACE)),
                refused("decline", (team, _) -> decline(team.adasLink())),
                refused("ask-again-early", (team, _) -> askAgain(team.link(team.invite(GRACE, "admin")))),
                refused("ask-again-as-a-member", (team, _) -> askAgain(team.adasLink())),
                refused("demote-the-last", (team, _) -> changeRole(team, team.ada(), "developer")),
                refused("confirm-another-role", (team, _) -> confirm(team, joined(team), "admin")),
                refused("rename-the-deleted", (team, _) -> changeName(team, deleted(team), "Grace Brewster Hopper")),
                refused("move-to-a-member", (team, _) -> changeEmail(team, joined(team), "ada@acme.example")),
                refused("suspend-the-last", (team, _) -> post(team, team.ada(), "suspend")),
                refused("delete-the-last", (team, _) -> delete(team, team.ada())),
                refused("erase-a-member", (team, _) -> erase(team, team.ada())),
                refused("reactivate", (team, _) -> post(team, team.ada(), "reactivate")),
                refused("suspend-another", (team, _) -> post(team, joined(team), "suspend", "If-Match", "\"0\"")),
                refused("token-without-owner", (team, _) -> createToken(team, "personal")),
                refused("revoke-no-token", (team, _) -> revoke(team, team.ada())),
                refused("suspend-unknown", (team, _) -> post(team, UUID.randomUUID(), "suspend")));
    }

    private static Request register(String slug) {
        return Request.post("/organizations", """
                {"slug": "%s", "name": "Acme", "admin": {"name": "Ada", "email": "ada@acme.example"}}""".formatted(slug));
    }

    private static Request invite(Team team, String email, String... headers) {
        return Request.post("/organizations/" + team.slug() + "/members", """
                {"name": "Grace Hopper", "email": "%s", "role": "developer"}""".formatted(email), headers);
    }

    private static Request changeLocale(Team team, String locale) {
        return new Request("PUT", "/organizations/" + team.slug() + "/locale", "{\"locale\": \"%s\"}".formatted(locale), List.of());
    }

    private static Request inviteAfterExpiry(Team team, TestClock clock) {
        team.invite(GRACE, "admin");
        clock.forward(EIGHT_DAYS);
        return invite(team, GRACE);
    }

    private static Request inviteTooMany(Team team) {
        IntStream.range(0, 40).forEach(i -> team.invite("guest" + i + "@navy.example", "developer"));
        return invite(team, GRACE);
    }

    private static Request accept(String link, String email) {
        return Request.post("/invitations/accept", """
                {"token": "%s", "verifiedEmail": "%s", "identity": {"provider": "github", "subject": "1906"}}""".formatted(link, email));
    }

    private static Request acceptTooLate(Team team, TestClock clock) {
        var link = team.link(team.invite(GRACE, "admin"));
        clock.forward(EIGHT_DAYS);
        return accept(link, GRACE);
    }

    private static Request decline(String link) {
        return Request.post("/invitations/decline", "{\"token\": \"%s\"}".formatted(link));
    }

    private static Request askAgain(String link, String... headers) {
        return Request.post("/invitations/ask-again", "{\"token\": \"%s\"}".formatted(link), headers);
    }

    private static Request askAgainAfterExpiry(Team team, TestClock clock) {
        var link = team.link(team.invite(GRACE, "admin"));
        clock.forward(EIGHT_DAYS);
        return askAgain(link, "If-Match", "\"0\"");
    }

    private static Request post(Team team, UUID member, String action, String... headers) {
        return Request.post(team.path(member) + "/" + action, "{\"reason\": \"to try it\"}", headers);
    }

    private static Request reportLetter(Team team) {
        var invited = team.invite(GRACE, "developer");
        return Request.post("/invitation-mails", """
                {"memberId": "%s", "invitationId": "%s", "issue": 1, "recipient": "invitee"}"""
                .formatted(invited.id("/memberId"), invited.id("/invitation/invitationId")),
                "Authorization", "Bearer " + FreshDatabase.NOTIFICATION_TOKEN);
    }

    private static Request confirm(Team team, UUID member, String role) {
        return Request.post(team.path(member) + "/access/confirm", "{\"role\": \"%s\"}".formatted(role));
    }

    private static Request changeName(Team team, UUID member, String name) {
        return new Request("PUT", team.path(member) + "/name", "{\"name\": \"%s\"}".formatted(name), List.of());
    }

    private static Request linkAccount(Team team, TestClock clock) {
        var grace = joined(team);
        var proof = PerJvm.issuer().token("another account", FreshDatabase.AUDIENCE,
                Map.of("idp", "github", "link_to", "github:" + Client.subjectOf(GRACE)));
        return Request.post(team.path(grace) + "/accounts", "{\"proof\": \"%s\"}".formatted(proof), "Authorization", "Bearer "
                + PerJvm.issuer().token(Client.subjectOf(GRACE), FreshDatabase.AUDIENCE, Map.of("idp", "github")));
    }

    private static Request unlinkAccount(Team team, TestClock clock) {
        var linking = linkAccount(team, clock);
        linking.send(team.client());
        var path = linking.path();
        var member = path.substring(0, path.lastIndexOf('/'));
        return new Request("DELETE", path + member.substring(member.lastIndexOf('/')), "", List.of());
    }

    private static Request changeEmail(Team team, UUID member, String email) {
        return new Request("PUT", team.path(member) + "/email", "{\"email\": \"%s\"}".formatted(email), List.of());
    }

    private static Request changeRole(Team team, UUID member, String role) {
        return new Request("PUT", team.path(member) + "/role", "{\"role\": \"%s\"}".formatted(role), List.of());
    }

    private static Request delete(Team team, UUID member) {
        return new Request("DELETE", team.path(member) + "?reason=left", "", List.of());
    }

    private static Request erase(Team team, UUID member) {
        return new Request("POST", team.path(member) + "/erase", "", List.of());
    }

    private static Request createToken(Team team, String kind) {
        return Request.post("/organizations/" + team.slug() + "/api-tokens", """
                {"name": "build server", "kind": "%s", "scopes": ["directory", "audit"]}""".formatted(kind));
    }

    private static UUID token(Team team) {
        return createToken(team, "organization").send(team.client()).id("/tokenId");
    }

    private static Request revoke(Team team, UUID token) {
        return new Request("DELETE", "/organizations/" + team.slug() + "/api-tokens/" + token, "", List.of());
    }

    private static UUID invited(Team team) {
        return team.invite(GRACE, "developer").id("/memberId");
    }

    private static UUID joined(Team team) {
        return team.join(GRACE, "developer");
    }

    private static UUID suspended(Team team) {
        var member = joined(team);
        team.post(member, "suspend");
        return member;
    }

    private static UUID deleted(Team team) {
        var member = joined(team);
        team.delete(member);
        return member;
    }
}
