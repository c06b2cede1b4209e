package roster.command.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import roster.access.credential.ApiTokenSecret;
import roster.command.Client;
import roster.command.Client.Response;
import roster.command.ServiceTest;
import roster.command.Team;
import roster.command.Teams;
import roster.contract.role.Scope;

@ServiceTest
class ApiTokensTest {
    private static final String ADA = "ada@acme.example";
    private static final String GRACE = "grace@navy.example";

    @Autowired private Client client;

    @Autowired private Teams teams;

    @Autowired private JdbcClient jdbc;

    private Team asAda(Team team) {
        return team.as(client.signedIn(ADA));
    }

    private Team as(Team team, Response created) {
        assertThat(created.status()).as(created.raw()).isEqualTo(201);
        return team.as(client.with(created.text("/secret")));
    }

    @Test
    void a_token_is_created_with_a_secret_that_is_shown_once() {
        var team = teams.founded("token-created");

        var created = asAda(team).createToken("organization", "audit", "member-administration", "audit");

        assertThat(created.status()).as(created.raw()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo("/organizations/token-created/api-tokens/" + created.text("/tokenId"));
        assertThat(ApiTokenSecret.of(created.text("/secret"))).isPresent();
        assertThat(created.body().path("scopes").valueStream()).extracting(it -> it.asString())
                .containsExactly("member-administration", "audit");
        assertThat(created.body().path("ownerId").isNull()).isTrue();
        assertThat(team.history(created.id("/tokenId"))).containsExactly("api_token.created");
        assertThat(team.events(created.id("/tokenId")).toString()).doesNotContain(created.text("/secret"));
    }

    @Test
    void a_repeated_request_gets_the_token_without_its_secret() {
        teams.founded("token-repeated");
        var body = "{\"name\": \"ci\", \"kind\": \"organization\", \"scopes\": [\"audit\"]}";

        var first = client.post("/organizations/token-repeated/api-tokens", body, "Idempotency-Key", "token-1");
        var again = client.post("/organizations/token-repeated/api-tokens", body, "Idempotency-Key", "token-1");

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.text("/tokenId")).isEqualTo(first.text("/tokenId"));
        assertThat(again.body().path("secret").isNull()).isTrue();
        assertThat(jdbc.sql("select string_agg(it::text, ' ') from command.idempotency it").query(String.class).single())
                .contains(first.text("/tokenId")).doesNotContain(first.text("/secret"));
    }

    /** As clients do that are generated from the document, where such an operation has no other media type. */
    @Test
    void an_operation_without_a_body_is_carried_out_for_callers_who_accept_only_problems() {
        var token = teams.founded("token-accept").createToken("organization", "directory");

        var answer = client.send("DELETE", token.header("Location"), new byte[0], "Accept", "application/problem+json");

        assertThat(answer.status()).as(answer.raw()).isEqualTo(204);
    }

    @Test
    void a_token_of_the_organization_does_what_its_scopes_cover_in_the_name_of_the_admin() {
        var team = teams.founded("token-of-acme");
        var token = team.createToken("organization", "member-administration");

        var invited = as(team, token).invite(GRACE, "developer");

        assertThat(invited.status()).as(invited.raw()).isEqualTo(201);
        assertThat(invited.id("/invitation/invitedBy/memberId")).isEqualTo(team.ada());
        var metadata = team.events(invited.id("/memberId")).getFirst().metadata();
        assertThat(metadata.actor().id()).isEqualTo(token.text("/tokenId"));
        assertThat(metadata.onBehalfOf()).isNull();
        assertThat(as(team, token).createToken("organization", "member-administration").code()).isEqualTo("forbidden");
    }

    @Test
    void a_token_of_the_organization_outlives_its_creator() {
        var team = teams.founded("token-outlives");
        var grace = team.join(GRACE, "admin");
        var token = team.as(client.signedIn(GRACE)).createToken("organization", "member-administration");

        team.delete(grace);

        assertThat(as(team, token).invite("next@navy.example", "developer").status()).isEqualTo(201);
        assertThat(team.history(token.id("/tokenId"))).containsExactly("api_token.created");
    }

    @Test
    void a_personal_token_acts_for_its_owner() {
        var team = teams.founded("token-personal");
        var grace = team.join(GRACE, "admin");
        var token = team.as(client.signedIn(GRACE)).createToken("personal", "member-administration");

        var invited = as(team, token).invite("next@navy.example", "developer");

        assertThat(token.id("/ownerId")).isEqualTo(grace);
        assertThat(invited.id("/invitation/invitedBy/memberId")).isEqualTo(grace);
        assertThat(team.events(invited.id("/memberId")).getFirst().metadata().onBehalfOf()).isEqualTo(grace);
        assertThat(as(team, token).invite("another@navy.example", "developer", "On-Behalf-Of", team.ada().toString()).code())
                .isEqualTo("invalid");
    }

    @Test
    void a_personal_token_can_at_any_moment_do_no_more_than_its_owner() {
        var team = teams.founded("token-shrinks");
        var grace = team.join(GRACE, "admin");
        var token = as(team, team.as(client.signedIn(GRACE)).createToken("personal", "member-administration"));

        team.changeRole(grace, "developer");
        assertThat(token.invite("a@navy.example", "developer").code()).isEqualTo("forbidden");
        team.changeRole(grace, "admin");
        assertThat(token.invite("b@navy.example", "developer").status()).isEqualTo(201);
        team.post(grace, "suspend");
        assertThat(token.invite("c@navy.example", "developer").code()).isEqualTo("forbidden");
        team.post(grace, "reactivate");
        assertThat(token.invite("d@navy.example", "developer").status()).isEqualTo(201);
    }

    @Test
    void a_personal_token_ends_with_the_membership_of_its_owner_on_the_record_and_at_the_door() {
        var team = teams.founded("token-ends");
        var grace = team.join(GRACE, "admin");
        var asGrace = team.as(client.signedIn(GRACE));
        var first = asGrace.createToken("personal", "member-administration");
        var second = asGrace.createToken("personal", "audit");
        var revokedBefore = asGrace.createToken("personal", "audit").id("/tokenId");
        asGrace.revokeToken(revokedBefore);

        var deleted = team.delete(grace);

        assertThat(deleted.status()).isEqualTo(204);
        assertThat(as(team, first).invite("x@navy.example", "developer").status()).isEqualTo(401);
        assertThat(as(team, second).invite("x@navy.example", "developer").status()).isEqualTo(401);
        assertThat(team.events()).filteredOn(it -> it.position() > deleted.position() - 3).extracting(it -> it.type().storedName())
                .containsExactly("member.deleted", "api_token.revoked", "api_token.revoked");
        assertThat(team.history(revokedBefore)).containsExactly("api_token.created", "api_token.revoked");
    }

    @Test
    void a_dry_run_of_the_deletion_tells_which_tokens_end() {
        var team = teams.founded("token-would-end");
        var grace = team.join(GRACE, "developer");
        var token = team.as(client.signedIn(GRACE)).createToken("personal", "protected-endpoint");

        var foreseen = client.send("DELETE", "/dry-run" + team.path(grace), (String) null);

        assertThat(foreseen.body().path("events").valueStream()).extracting(it -> it.path("type").asString())
                .containsExactly("member.deleted", "api_token.revoked");
        assertThat(foreseen.text("/events/1/aggregateId")).isEqualTo(token.text("/tokenId"));
        assertThat(team.history(token.id("/tokenId"))).containsExactly("api_token.created");
    }

    @Test
    void a_revoked_token_is_no_token_from_the_next_request_on() {
        var team = teams.founded("token-revoked");
        var token = team.createToken("organization", "member-administration");
        assertThat(as(team, token).invite("a@navy.example", "developer").status()).isEqualTo(201);

        assertThat(team.revokeToken(token.id("/tokenId")).status()).isEqualTo(204);

        assertThat(as(team, token).invite("b@navy.example", "developer").status()).isEqualTo(401);
        assertThat(team.revokeToken(token.id("/tokenId")).status()).isEqualTo(204);
        assertThat(team.history(token.id("/tokenId"))).containsExactly("api_token.created", "api_token.revoked");
    }

    @Test
    void members_revoke_their_own_tokens_and_admins_everybodys() {
        var team = teams.founded("token-owners");
        team.join(GRACE, "endpoint_user");
        team.join("mallory@navy.example", "developer");
        var asGrace = team.as(client.signedIn(GRACE));
        var first = asGrace.createToken("personal", "protected-endpoint").id("/tokenId");
        var second = asGrace.createToken("personal", "protected-endpoint").id("/tokenId");

        assertThat(team.as(client.signedIn("mallory@navy.example")).revokeToken(first).code()).isEqualTo("forbidden");
        assertThat(asGrace.revokeToken(first).status()).isEqualTo(204);
        assertThat(asAda(team).revokeToken(second).status()).isEqualTo(204);
    }

    @Test
    void a_token_expires() {
        var team = teams.founded("token-expires");
        var created = client.post("/organizations/token-expires/api-tokens", """
                {"name": "short", "kind": "organization", "scopes": ["member-administration"], "expiresAt": "%s"}"""
                .formatted(Instant.now().plusSeconds(2)));
        var token = as(team, created);
        assertThat(token.invite("a@navy.example", "developer").status()).isEqualTo(201);

        await().until(() -> token.post(team.ada(), "suspend").status() == 401);
    }

    @ParameterizedTest
    @CsvSource({"developer,personal,audit", "developer,personal,member-administration", "endpoint_user,personal,developer-operations",
            "developer,organization,developer-operations", "endpoint_user,organization,protected-endpoint", "developer,personal,events",
            "endpoint_user,organization,directory", "developer,organization,decisions"})
    void a_token_cannot_have_more_rights_than_its_creator(String role, String kind, String scope) {
        var team = teams.founded("beyond-" + role.charAt(0) + kind.charAt(0) + "-" + scope);
        team.join(GRACE, role);

        assertThat(team.as(client.signedIn(GRACE)).createToken(kind, scope).code()).isEqualTo("forbidden");
    }

    @ParameterizedTest
    @CsvSource({"developer,developer-operations", "developer,protected-endpoint", "developer,directory",
            "endpoint_user,protected-endpoint", "endpoint_user,directory", "endpoint_user,decisions"})
    void members_create_personal_tokens_for_what_they_may(String role, String scope) {
        var team = teams.founded("within-" + role.charAt(0) + "-" + scope);
        team.join(GRACE, role);

        assertThat(team.as(client.signedIn(GRACE)).createToken("personal", scope).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @EnumSource
    void no_token_creates_another_not_even_for_what_it_may_itself(Scope scope) {
        var team = teams.founded("breeds-" + scope.value());
        var everything = Stream.of(Scope.values()).map(Scope::value).toArray(String[]::new);

        for (var kind : List.of("organization", "personal")) {
            var token = as(team, asAda(team).createToken(kind, everything));
            assertThat(token.createToken("organization", scope.value()).code()).isEqualTo("forbidden");
            assertThat(token.createToken("personal", scope.value()).code()).isEqualTo("forbidden");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"directory", "decisions", "audit", "events"})
    void a_token_that_only_reads_changes_nothing(String scope) {
        var team = teams.founded("token-reads-" + scope);
        var grace = team.join(GRACE, "developer");
        var token = as(team, team.createToken("organization", scope));

        for (var answer : List.of(token.invite("a@navy.example", "developer"), token.changeRole(grace, "admin"), token.delete(grace),
                token.post(grace, "suspend"), token.createToken("personal", scope), token.revokeToken(UUID.randomUUID()))) {
            assertThat(answer.status()).as(answer.raw()).isIn(403, 404);
        }
        assertThat(team.history(grace)).containsExactly("member.invited", "member.invitation_accepted");
    }

    @Test
    void a_scope_that_there_is_not_is_answered_with_those_that_there_are() {
        var team = teams.founded("token-for-nothing");

        var answer = team.createToken("organization", "everything");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/errors/0/pointer")).isEqualTo("/scopes/0");
        assertThat(answer.text("/errors/0/detail")).contains("directory", "decisions", "events");
    }

    @Test
    void only_a_member_in_person_creates_a_personal_token() {
        var team = teams.founded("token-in-person");

        var answer = team.createToken("personal", "audit");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("/errors/0/pointer")).isEqualTo("/kind");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"\"2020-01-01T00:00:00Z\" | 422", "\"2999-01-01T00:00:00Z\" | 422", "\"soon\" | 400", "7 | 400"})
    void an_expiry_is_a_moment_of_the_next_ten_years(String expiry, int status) {
        var team = teams.founded("token-moment-" + Integer.toHexString(expiry.hashCode()));

        var answer = client.post("/organizations/" + team.slug() + "/api-tokens", """
                {"name": "ci", "kind": "organization", "scopes": ["audit"], "expiresAt": %s}""".formatted(expiry));

        assertThat(answer.status()).as(answer.raw()).isEqualTo(status);
        assertThat(answer.text("/errors/0/pointer")).isEqualTo("/expiresAt");
        assertThat(answer.text("/errors/0/detail")).doesNotContain("expected type");
    }

    @Test
    void a_token_is_unknown_in_another_organization() {
        var team = teams.founded("token-here");
        var other = teams.founded("token-there");
        var token = team.createToken("organization", "member-administration");

        var elsewhere = as(other, token);

        assertThat(elsewhere.invite(GRACE, "developer").status()).isEqualTo(404);
        assertThat(elsewhere.invite("not an address", "developer").status()).isEqualTo(404);
        assertThat(elsewhere.revokeToken(token.id("/tokenId")).status()).isEqualTo(404);
        assertThat(other.revokeToken(token.id("/tokenId")).status()).isEqualTo(404);
        assertThat(team.revokeToken(UUID.randomUUID()).status()).isEqualTo(404);
    }

    @Test
    void what_only_looks_like_a_secret_is_none() {
        var team = teams.founded("token-forged");
        var secret = team.createToken("organization", "member-administration").text("/secret");
        var changed = secret.substring(0, 10) + (secret.charAt(10) == 'a' ? 'b' : 'a') + secret.substring(11);

        for (var wrong : new String[]{changed, ApiTokenSecret.random().reveal(), secret + "0", "rst_", secret.toUpperCase(Locale.ROOT)}) {
            assertThat(team.as(client.with(wrong)).invite(GRACE, "developer").status()).as(wrong).isEqualTo(401);
        }
    }

    @Test
    void a_token_is_revoked_only_as_the_caller_knows_it() {
        var team = teams.founded("token-conditions");
        var token = team.createToken("organization", "audit");
        var path = "/organizations/token-conditions/api-tokens/" + token.text("/tokenId");

        var refused = client.send("DELETE", path, "", "If-Match", "\"1\"");
        assertThat(refused.status()).as(refused.raw()).isEqualTo(412);
        assertThat(refused.code()).isEqualTo("precondition-failed");
        assertThat(team.history(token.id("/tokenId"))).containsExactly("api_token.created");
        assertThat(client.send("DELETE", path, "", "If-Match", "\"0\"").status()).isEqualTo(204);
    }
}
