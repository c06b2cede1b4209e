package roster.query.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

import roster.contract.event.ApiTokenEvent.ApiTokenCreated;
import roster.contract.event.ApiTokenEvent.ApiTokenRevoked;
import roster.contract.event.ApiTokenKind;
import roster.contract.event.MemberEvent.MemberDeleted;
import roster.contract.event.MemberEvent.MemberReactivated;
import roster.contract.event.MemberEvent.MemberRoleChanged;
import roster.contract.event.MemberEvent.MemberSuspended;
import roster.contract.event.MemberStatus;
import roster.contract.role.Role;
import roster.contract.role.Scope;
import roster.local.PerJvm;
import roster.query.Acme;
import roster.query.Client;
import roster.query.Recorder;
import roster.query.ServiceTest;

@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallersTest {
    private final Acme acme = Acme.named("acme");
    private final Acme other = Acme.named("other");
    private final UUID grace = UUID.randomUUID();

    @Autowired Client client;
    @Autowired Recorder recorder;

    @BeforeAll
    void organizations_are_there() {
        recorder.record(acme.id(), acme.founded());
        recorder.record(acme.id(), acme.joined(grace, "Grace Hopper", Role.ENDPOINT_USER));
        recorder.record(other.id(), other.founded());
    }

    private int status(Client caller, Acme organization) {
        return caller.get(organization.path() + "/members", "Consistency-Token", "" + recorder.lastPosition()).status();
    }

    private Client program(UUID token) {
        return client.as(recorder.secret(token));
    }

    private UUID created(UUID owner, Scope... scopes) {
        var token = UUID.randomUUID();
        recorder.record(acme.id(), acme.token(token, owner, scopes));
        return token;
    }

    private UUID created(Scope... scopes) {
        var token = UUID.randomUUID();
        recorder.record(acme.id(), acme.token(token, null, scopes));
        return token;
    }

    @Test
    void a_signed_in_member_sees_their_organization_and_no_other() {
        assertThat(status(client.asPerson(grace.toString()), acme)).isEqualTo(200);
        assertThat(status(client.asPerson(grace.toString()), other)).isEqualTo(404);
        assertThat(status(client.asPerson("stranger"), acme)).isEqualTo(404);
    }

    @Test
    void a_stranger_learns_of_an_organization_no_more_than_of_one_that_there_is_not() {
        var stranger = client.asPerson(grace.toString());
        var foreign = stranger.get(other.path() + "/members");
        var missing = stranger.get("/organizations/missing/members");

        assertThat(foreign.status()).isEqualTo(missing.status()).isEqualTo(404);
        assertThat(foreign.text("/detail")).isEqualTo(missing.text("/detail"));
        assertThat(foreign.text("/code")).isEqualTo(missing.text("/code"));
    }

    @Test
    void what_a_token_may_ask_follows_from_its_scopes() {
        var member = "/members/" + grace;
        var opened = Map.of(
                Scope.MEMBER_ADMINISTRATION, Set.of("/members", member, member + "/permissions", "/roles", "/api-tokens"),
                Scope.DIRECTORY, Set.of("/members", member, "/roles"),
                Scope.DECISIONS, Set.of(member + "/permissions"),
                Scope.AUDIT,
                Set.of("/members", "/members?status=deleted", member, member + "/history", "/roles", "/events", "/events/checksum"),
                Scope.EVENTS, Set.of("/events", "/events/checksum"));
        for (var scope : Scope.values()) {
            var program = program(created(scope));
            for (var path : List.of("/members", "/members?status=deleted", member, member + "/history", member + "/permissions", "/roles",
                    "/api-tokens", "/events", "/events/checksum")) {
                var answer = program.get(acme.path() + path, "Consistency-Token", "" + recorder.lastPosition());
                assertThat(answer.status()).as(scope + " " + path)
                        .isEqualTo(opened.getOrDefault(scope, Set.of()).contains(path) ? 200 : 403);
            }
            assertThat(status(program, other)).isEqualTo(404);
        }
    }

    @Test
    void a_token_that_is_revoked_or_has_expired_is_rejected() {
        var revoked = created(Scope.MEMBER_ADMINISTRATION);
        assertThat(status(program(revoked), acme)).isEqualTo(200);
        recorder.record(acme.id(), new ApiTokenRevoked(revoked, null));
        var expired = new ApiTokenCreated(UUID.randomUUID(), ApiTokenKind.ORGANIZATION, null, "expired",
                List.of(Scope.MEMBER_ADMINISTRATION), Instant.now());
        recorder.record(acme.id(), expired);

        assertThat(status(program(revoked), acme)).isEqualTo(401);
        assertThat(status(program(expired.tokenId()), acme)).isEqualTo(401);
        assertThat(status(client.as(recorder.secret(revoked).replace('_', '-')), acme)).isEqualTo(401);
    }

    @Test
    void a_personal_token_has_what_its_owner_has_at_this_moment() {
        var linus = UUID.randomUUID();
        recorder.record(acme.id(), acme.joined(linus, "Linus", Role.ADMIN));
        var token = created(linus, Scope.MEMBER_ADMINISTRATION);
        assertThat(status(program(token), acme)).isEqualTo(200);

        recorder.record(acme.id(), new MemberSuspended(linus));
        assertThat(status(program(token), acme)).isEqualTo(403);
        assertThat(status(client.asPerson(linus.toString()), acme)).isEqualTo(403);

        recorder.record(acme.id(), new MemberReactivated(linus), new MemberRoleChanged(linus, Role.ADMIN, Role.ENDPOINT_USER));
        assertThat(status(program(token), acme)).isEqualTo(200);

        recorder.record(acme.id(), new MemberDeleted(linus, MemberStatus.ACTIVE));
        assertThat(status(program(token), acme)).isEqualTo(401);
        assertThat(status(client.asPerson(linus.toString()), acme)).isEqualTo(404);
    }

    @Test
    void only_operators_rebuild_views() {
        assertThat(client.asPerson(acme.ada().toString()).send("POST", Client.REBUILD).status()).isEqualTo(403);
        assertThat(program(created(Scope.values())).send("POST", Client.REBUILD).status()).isEqualTo(403);
        var rebuild = client.send("POST", Client.REBUILD);
        assertThat(client.asPerson(acme.ada().toString()).get(rebuild.header("Location")).status()).isEqualTo(403);
        assertThat(client.ended(rebuild).text("/state")).isEqualTo("done");
    }

    @Test
    void everybody_who_is_known_may_read_what_roles_permit() {
        assertThat(client.asPerson("stranger").get("/roles").status()).isEqualTo(200);
        assertThat(program(created(Scope.EVENTS)).get("/roles").status()).isEqualTo(200);
    }

    @Test
    void a_jwt_is_believed_only_as_its_issuer_is_configured() {
        var issuer = PerJvm.issuer();
        var subject = grace.toString();
        assertThat(status(client.as(issuer.token(subject, "roster")), acme)).isEqualTo(200);

        var past = Instant.now().getEpochSecond() - 3_600;
        for (var wrong : new String[]{
                issuer.token(subject, "another service"),
                issuer.token(subject, "roster", Map.of("iss", "http://127.0.0.1:1")),
                issuer.token(subject, "roster", Map.of("exp", past)),
                issuer.token(subject, "roster", Map.of("nbf", past + 7_200)),
                issuer.token(subject, "roster", Map.of("idp", "google")),
                issuer.token("", "roster"),
                issuer.token(subject, "roster").replaceFirst("\\.[^.]*$", ".AAAA"),
                issuer.token(subject, "roster").replaceFirst("\\.[^.]*$", ".")}) {
            assertThat(status(client.as(wrong), acme)).as(wrong).isEqualTo(401);
        }
    }

    @Test
    void one_subject_of_two_providers_is_two_people() {
        var asGithub = PerJvm.issuer().token(grace.toString(), "roster", Map.of("idp", "github"));

        assertThat(status(client.as(asGithub), acme)).isEqualTo(404);
    }
}
