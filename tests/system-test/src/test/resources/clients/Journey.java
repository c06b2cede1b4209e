import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

import roster.client.commands.ApiException;
import roster.client.commands.api.ApiTokenApi;
import roster.client.commands.api.InvitationApi;
import roster.client.commands.api.MemberApi;
import roster.client.commands.api.OrganizationApi;
import roster.client.commands.model.*;
import roster.client.queries.api.AccessApi;
import roster.client.queries.api.HistoryApi;
import roster.client.queries.api.PermissionApi;
import roster.client.queries.model.EvaluatedAction;
import roster.client.queries.model.EvaluatedEntity;
import roster.client.queries.model.EvaluationRequest;
import roster.client.queries.model.EvaluationsRequest;

/** The journey of docs/api.md with the clients that openapi-generator makes for Java. */
class Journey {
    static final Map<String, String> ENV = System.getenv();
    static final String ORG = "java-journey";

    static roster.client.commands.ApiClient commands(String token) {
        var client = new roster.client.commands.ApiClient();
        client.updateBaseUri(ENV.get("COMMANDS"));
        return client.setRequestInterceptor(it -> it.setHeader("Authorization", "Bearer " + token));
    }

    static roster.client.queries.ApiClient queries(String token) {
        var client = new roster.client.queries.ApiClient();
        client.updateBaseUri(ENV.get("QUERIES"));
        return client.setRequestInterceptor(it -> it.setHeader("Authorization", "Bearer " + token));
    }

    static void check(Object actual, Object expected) {
        if (!Objects.equals(actual, expected)) {
            throw new AssertionError("expected " + expected + ", but was " + actual);
        }
    }

    static String invitationToken(String email) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(ENV.get("INBOX") + "/api/messages?to=" + email)).build();
        while (true) {
            var link = Pattern.compile("/invitations#([A-Za-z0-9._-]+)")
                    .matcher(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body());
            if (link.find()) {
                return link.group(1);
            }
            Thread.sleep(200);
        }
    }

    interface Call {
        void run() throws Exception;
    }

    static void rejected(int status, String code, Call call) throws Exception {
        try {
            call.run();
        } catch (ApiException e) {
            check(e.getCode(), status);
            check(e.getResponseBody().contains("\"code\":\"" + code + "\""), true);
            return;
        } catch (roster.client.queries.ApiException e) {
            check(e.getCode(), status);
            check(e.getResponseBody().contains("\"code\":\"" + code + "\""), true);
            return;
        }
        throw new AssertionError("was not rejected");
    }

    public static void main(String[] arguments) throws Exception {
        var operator = commands(ENV.get("OPERATOR"));
        var registered = new OrganizationApi(operator).organizationRegister(new NewOrganization().slug(ORG).name("Acme")
                .admin(new FirstAdmin().name("Ada Lovelace").email("ada@java.example")), null, null, null, null, null, null);
        check(registered.getSlug(), ORG);
        var ada = registered.getMemberId();
        accept(operator, "ada@java.example");

        var tokens = new ApiTokenApi(operator);
        var created = tokens.apiTokenCreate(ORG, token(ApiTokenScope.DECISIONS), null, null, ada, null, null, null);
        check(created.getSecret().startsWith("rst_"), true);
        var gateway = queries(created.getSecret());
        var administration = tokens.apiTokenCreate(ORG, token(ApiTokenScope.MEMBER_ADMINISTRATION, ApiTokenScope.AUDIT), null, null, ada,
                null, null, null).getSecret();

        var members = new MemberApi(commands(administration));
        var invitation = new NewInvitation().name("Grace Hopper").email("grace@java.example").role(Role.DEVELOPER).reason("joins");
        var invited = members.memberInviteWithHttpInfo(ORG, invitation, "invite-grace", null, null, null, null, null);
        check(invited.getData().getStatus(), MemberStatus.INVITED);
        var grace = invited.getData().getMemberId();
        check(members.memberInvite(ORG, invitation, "invite-grace", null, null, null, null, null).getMemberId(), grace);
        var position = invited.getHeaders().get("consistency-token").getFirst();
        var history = new HistoryApi(queries(administration)).historyList(ORG, grace, null, null, position, "wait=30", null, null, null);
        check(history.getData().getFirst().getType(), "member.invited");
        check(accept(operator, "grace@java.example").getMemberId(), grace);

        var foreseen = members.memberChangeRoleDryRun(ORG, grace, new RoleChange().role(Role.ADMIN), null, null, null, null, null);
        check(foreseen.getEvents().getFirst().getType(), "member.role_changed");
        rejected(409, "last-admin", () -> members.memberDeleteDryRun(ORG, ada, null, null, null, null, null, null, null));

        var permissions = new PermissionApi(gateway).permissionRead(ORG, grace, null, null, null);
        check(permissions.getPermissions().isEmpty(), false);
        var access = new AccessApi(gateway);
        var member = new EvaluatedEntity().type("member").id(grace.toString());
        var organization = new EvaluatedEntity().type("organization").id(ORG);
        var allowed = new EvaluatedAction().name("deployments.manage");
        check(access.accessEvaluation(new EvaluationRequest().subject(member).action(allowed).resource(organization), null, null, null)
                .getDecision(), true);
        var batch = new EvaluationsRequest().subject(member).resource(organization).evaluations(
                List.of(new EvaluationRequest().action(allowed), new EvaluationRequest().action(new EvaluatedAction().name("moon.land"))));
        check(access.accessEvaluations(batch, null, null, null).getEvaluations().stream().map(it -> it.getDecision()).toList(),
                List.of(true, false));

        tokens.apiTokenRevoke(ORG, created.getTokenId(), "the journey ends", null, null, null, null, null, null);
        rejected(401, "unauthenticated", () -> access.accessEvaluations(batch, null, null, null));
        rejected(404, "not-found", () -> members.memberErase("nowhere", UUID.randomUUID(), null, null, null, null, null, null));
        System.out.println("done");
    }

    static NewApiToken token(ApiTokenScope... scopes) {
        return new NewApiToken().name("inference gateway").kind(ApiTokenKind.ORGANIZATION).scopes(List.of(scopes))
                .expiresAt(OffsetDateTime.now().plusYears(1));
    }

    static AcceptedInvitation accept(roster.client.commands.ApiClient operator, String email) throws Exception {
        var acceptance = new InvitationAcceptance().token(invitationToken(email)).verifiedEmail(email);
        return new InvitationApi(operator).invitationAccept(acceptance, null, null, null, null, null, null);
    }
}
