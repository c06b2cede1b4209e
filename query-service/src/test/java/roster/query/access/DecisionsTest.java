package roster.query.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import roster.contract.event.ApiTokenEvent.ApiTokenCreated;
import roster.contract.event.ApiTokenEvent.ApiTokenRevoked;
import roster.contract.event.ApiTokenKind;
import roster.contract.event.MemberEvent.MemberDeleted;
import roster.contract.event.MemberEvent.MemberRoleChanged;
import roster.contract.event.MemberEvent.MemberSuspended;
import roster.contract.event.MemberStatus;
import roster.contract.role.Role;
import roster.contract.role.Scope;
import roster.local.postgres.Database;
import roster.query.Acme;
import roster.query.Client;
import roster.query.Recorder;
import roster.query.ServiceTest;

@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DecisionsTest {
    private final Acme acme = Acme.exactly("acme");
    private final Acme other = Acme.exactly("other");

    @Autowired Client client;
    @Autowired Recorder recorder;
    @Autowired Database database;

    record OwnedScope(Role owner, Scope scope) {}

    static Stream<OwnedScope> personalTokens() {
        return Stream.of(Role.values()).flatMap(role -> Stream.of(Scope.values()).map(scope -> new OwnedScope(role, scope)));
    }

    @BeforeAll
    void organizations_are_there() {
        recorder.record(acme.id(), acme.founded());
        recorder.record(other.id(), other.founded());
    }

    private UUID member(Role role) {
        var member = UUID.randomUUID();
        recorder.record(acme.id(), acme.joined(member, "Grace Hopper", role));
        return member;
    }

    private UUID token(@Nullable UUID owner, Scope... scopes) {
        var token = UUID.randomUUID();
        recorder.record(acme.id(), acme.token(token, owner, scopes));
        return token;
    }

    private static String within(String type, String organization) {
        return """
                {"type":"%s","id":"opaque","properties":{"organization":"%s"}}""".formatted(type, organization);
    }

    private static String organization(Object idOrSlug) {
        return """
                {"type":"organization","id":"%s"}""".formatted(idOrSlug);
    }

    private static String body(String type, Object id, String action, String resource) {
        return """
                {"subject":{"type":"%s","id":"%s"},"action":{"name":"%s"},"resource":%s}""".formatted(type, id, action, resource);
    }

    private static JsonNode ask(Client asker, String body) {
        var answer = asker.post("/access/v1/evaluation", body, "Content-Type", "application/json");
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private boolean decision(String type, Object id, String action, String resource) {
        return ask(client, body(type, id, action, resource)).path("decision").asBoolean();
    }

    /** The permitted ones of all permissions, evaluated in one batch. */
    private Set<String> permitted(String type, UUID id) {
        var actions = PermissionTable.all().stream().map("{\"action\":{\"name\":\"%s\"}}"::formatted).collect(Collectors.joining(","));
        var body = """
                {"subject":{"type":"%s","id":"%s"},"resource":%s,"evaluations":[%s]}""".formatted(type, id, organization("acme"), actions);
        var answer = client.post("/access/v1/evaluations", body, "Content-Type", "application/json").body().path("evaluations");
        assertThat(answer).hasSameSizeAs(PermissionTable.all());
        var permitted = new ArrayList<String>();
        for (int i = 0; i < answer.size(); i++) {
            if (answer.path(i).path("decision").asBoolean()) {
                permitted.add(PermissionTable.all().get(i));
            }
        }
        return Set.copyOf(permitted);
    }

    @ParameterizedTest
    @EnumSource
    void a_member_may_do_what_the_published_table_allows_the_role(Role role) {
        assertThat(permitted("member", member(role))).isEqualTo(PermissionTable.of(role));
    }

    @ParameterizedTest
    @EnumSource
    void a_token_of_the_organization_may_do_exactly_what_its_scope_is_for(Scope scope) {
        assertThat(permitted("api_token", token(null, scope))).isEqualTo(PermissionTable.of(scope));
    }

    @ParameterizedTest
    @MethodSource("personalTokens")
    void a_personal_token_may_do_what_its_scope_is_for_and_its_owner_may(OwnedScope it) {
        var both = PermissionTable.of(it.scope).stream().filter(PermissionTable.of(it.owner)::contains).collect(Collectors.toSet());

        assertThat(permitted("api_token", token(member(it.owner), it.scope))).isEqualTo(both);
    }

    @Test
    void scopes_add_up() {
        assertThat(permitted("api_token", token(null, Scope.AUDIT, Scope.PROTECTED_ENDPOINT)))
                .containsExactlyInAnyOrder("audit.read", "members.view", "events.read", "inference.run");
    }

    @Test
    void a_resource_is_an_organization_or_something_within_one() {
        var member = member(Role.DEVELOPER);
        for (var resource : List.of(organization("acme"), organization(acme.id()), within("deployment", "acme"), within("model", "acme"),
                within("bento", acme.id().toString()))) {
            assertThat(decision("member", member, "models.pull", resource)).as(resource).isTrue();
            assertThat(decision("member", member, "billing.manage", resource)).as(resource).isFalse();
        }
    }

    @Test
    void everything_unknown_is_denied() {
        var ada = acme.ada();
        var here = organization("acme");
        assertThat(decision("member", ada, "billing.manage", here)).isTrue();

        assertThat(decision("user", ada, "billing.manage", here)).isFalse();
        assertThat(decision("MEMBER", ada, "billing.manage", here)).isFalse();
        assertThat(decision("api_token", ada, "billing.manage", here)).isFalse();
        assertThat(decision("member", UUID.randomUUID(), "billing.manage", here)).isFalse();
        assertThat(decision("member", "alice", "billing.manage", here)).isFalse();
        assertThat(decision("member", "\\u0000", "billing.manage", here)).isFalse();
        assertThat(decision("member", ada, "billing", here)).isFalse();
        assertThat(decision("member", ada, "BILLING_MANAGE", here)).isFalse();
        assertThat(decision("member", ada, "billing.manage", organization("missing"))).isFalse();
        assertThat(decision("member", ada, "billing.manage", organization("\\u0000"))).isFalse();
        assertThat(decision("member", ada, "billing.manage", organization(UUID.randomUUID()))).isFalse();
        assertThat(decision("member", ada, "billing.manage", within("record", "acme"))).isFalse();
        assertThat(decision("member", ada, "billing.manage", "{\"type\":\"model\",\"id\":\"acme\"}")).isFalse();
        assertThat(decision("member", ada, "billing.manage", "{\"type\":\"model\",\"id\":\"m\",\"properties\":{\"organization\":7}}"))
                .isFalse();
    }

    @Test
    void members_have_no_rights_in_another_organization() {
        assertThat(decision("member", other.ada(), "members.view", organization("other"))).isTrue();
        assertThat(decision("member", other.ada(), "members.view", organization("acme"))).isFalse();
        assertThat(decision("member", acme.ada(), "members.view", within("model", "other"))).isFalse();
        assertThat(decision("api_token", token(null, Scope.AUDIT), "audit.read", organization("other"))).isFalse();
    }

    @Test
    void the_invited_the_suspended_and_the_deleted_may_do_nothing_and_nor_may_their_tokens() {
        var invited = UUID.randomUUID();
        recorder.record(acme.id(), acme.invited(invited, "Invited Only", Role.ADMIN));
        var suspended = member(Role.ADMIN);
        var deleted = member(Role.ADMIN);
        var tokens = List.of(token(suspended, Scope.values()), token(deleted, Scope.values()));
        assertThat(tokens).allSatisfy(it -> assertThat(permitted("api_token", it)).isNotEmpty());
        recorder.record(acme.id(), new MemberSuspended(suspended));
        recorder.record(acme.id(), new MemberDeleted(deleted, MemberStatus.ACTIVE));

        assertThat(List.of(invited, suspended, deleted)).allSatisfy(it -> assertThat(permitted("member", it)).isEmpty());
        assertThat(tokens).allSatisfy(it -> assertThat(permitted("api_token", it)).isEmpty());
    }

    @Test
    void nor_may_a_token_that_is_revoked_or_has_expired() {
        var revoked = token(null, Scope.AUDIT);
        assertThat(permitted("api_token", revoked)).isNotEmpty();
        recorder.record(acme.id(), new ApiTokenRevoked(revoked, null));
        var expired = new ApiTokenCreated(UUID.randomUUID(), ApiTokenKind.ORGANIZATION, null, "expired", List.of(Scope.AUDIT),
                Instant.now());
        recorder.record(acme.id(), expired);

        assertThat(permitted("api_token", revoked)).isEmpty();
        assertThat(permitted("api_token", expired.tokenId())).isEmpty();
    }

    @Test
    void decisions_are_true_while_the_views_stand_still() throws Exception {
        var member = member(Role.ADMIN);
        var token = token(member, Scope.values());
        assertThat(decision("member", member, "billing.manage", organization("acme"))).isTrue();
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), "roster_query", database.passwords().query());
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select number from views.generation for update");
            recorder.record(acme.id(), new MemberRoleChanged(member, Role.ADMIN, Role.DEVELOPER));

            assertThat(decision("member", member, "billing.manage", organization("acme"))).isFalse();
            assertThat(decision("api_token", token, "members.manage", organization("acme"))).isFalse();
            assertThat(decision("api_token", token, "models.delete", organization("acme"))).isTrue();
        }
    }

    @Test
    void members_and_tokens_for_decisions_may_ask_about_others() {
        var member = member(Role.DEVELOPER);
        var question = body("member", member, "models.pull", organization("acme"));
        for (var asker : List.of(client.asPerson(acme.ada().toString()), client.asPerson(member(Role.ENDPOINT_USER).toString()),
                client.as(recorder.secret(token(null, Scope.MEMBER_ADMINISTRATION))),
                client.as(recorder.secret(token(null, Scope.DECISIONS))),
                client.as(recorder.secret(token(member(Role.ENDPOINT_USER), Scope.DECISIONS))))) {
            assertThat(ask(asker, question).path("decision").asBoolean()).isTrue();
            assertThat(ask(asker, body("member", other.ada(), "models.pull", organization("acme"))).path("decision").asBoolean()).isFalse();
            isForbidden(asker, body("member", other.ada(), "models.pull", organization("other")));
        }
    }

    @Test
    void everybody_may_ask_about_themselves() {
        var token = token(null, Scope.PROTECTED_ENDPOINT);
        var itself = client.as(recorder.secret(token));

        assertThat(ask(itself, body("api_token", token, "inference.run", within("deployment", "acme"))).path("decision").asBoolean())
                .isTrue();
        assertThat(ask(itself, body("api_token", token, "models.pull", within("deployment", "acme"))).path("decision").asBoolean())
                .isFalse();
    }

    private static void isForbidden(Client asker, String body) {
        var answer = asker.post("/access/v1/evaluation", body, "Content-Type", "application/json");
        assertThat(answer.status()).as(body).isEqualTo(403);
        assertThat(answer.text("/code")).isEqualTo("forbidden");
        assertThat(answer.text("/detail")).isEqualTo("This requires the permission decisions.read.");
    }

    private List<Client> thoseWhoMayNotAskAboutAcme() {
        var suspended = member(Role.ADMIN);
        recorder.record(acme.id(), new MemberSuspended(suspended));
        return List.of(client.asPerson("stranger"), client.asPerson(other.ada().toString()), client.asPerson(suspended.toString()),
                client.as(recorder.secret(token(null, Scope.DIRECTORY))), client.as(recorder.secret(token(null, Scope.PROTECTED_ENDPOINT))),
                client.as(recorder.secret(token(acme.ada(), Scope.AUDIT))));
    }

    @Test
    void a_caller_who_may_not_ask_gets_no_denial_and_learns_nothing() {
        for (var asker : thoseWhoMayNotAskAboutAcme()) {
            isForbidden(asker, body("member", acme.ada(), "models.pull", organization("acme")));
            isForbidden(asker, body("member", acme.ada(), "models.pull", organization("missing")));
            isForbidden(asker, body("member", UUID.randomUUID(), "models.pull", organization("acme")));
            isForbidden(asker, body("member", acme.ada(), "moon.land", within("model", "acme")));
            isForbidden(asker, body("user", "alice", "models.pull", organization("acme")));
            assertThat(ask(asker, body("member", acme.ada(), "models.pull", "{\"type\":\"record\",\"id\":\"r\"}")).path("decision")
                    .asBoolean()).isFalse();
        }
    }

    @Test
    void in_a_batch_what_one_may_not_ask_is_an_error_and_no_denial() {
        var asker = client.asPerson(acme.ada().toString());
        var subject = "{\"type\":\"member\",\"id\":\"%s\"}";
        var batch = "{\"action\":{\"name\":\"models.pull\"},\"subject\":%s,\"evaluations\":[%s]}";
        var mine = "{\"resource\":" + organization("acme") + "}";
        var theirs = "{\"subject\":%s,\"resource\":%s}".formatted(subject.formatted(other.ada()), organization("other"));

        var mixed = asker.post("/access/v1/evaluations", batch.formatted(subject.formatted(acme.ada()), mine + "," + theirs),
                "Content-Type",
                "application/json");
        assertThat(mixed.status()).isEqualTo(200);
        assertThat(mixed.body().at("/evaluations/0/decision").asBoolean()).isTrue();
        assertThat(mixed.body().at("/evaluations/1/decision").asBoolean(true)).isFalse();
        assertThat(mixed.text("/evaluations/1/context/error/status")).isEqualTo("403");
        assertThat(mixed.text("/evaluations/1/context/error/message")).contains("decisions.read");

        var none = asker.post("/access/v1/evaluations", batch.formatted(subject.formatted(acme.ada()), theirs + "," + theirs),
                "Content-Type",
                "application/json");
        assertThat(none.status()).isEqualTo(403);
    }
}
