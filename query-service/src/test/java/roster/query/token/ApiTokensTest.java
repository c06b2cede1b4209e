package roster.query.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import roster.contract.event.Actor;
import roster.contract.event.ApiTokenEvent.ApiTokenCreated;
import roster.contract.event.ApiTokenEvent.ApiTokenRevoked;
import roster.contract.event.ApiTokenKind;
import roster.contract.event.EventMetadata;
import roster.contract.role.Role;
import roster.contract.role.Scope;
import roster.query.Acme;
import roster.query.Client;
import roster.query.Recorder;
import roster.query.ServiceTest;

@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiTokensTest {
    private final Acme acme = Acme.named("acme");
    private final Acme other = Acme.named("other");
    private final UUID grace = UUID.randomUUID();
    private final UUID adas = UUID.randomUUID();
    private final UUID graces = UUID.randomUUID();

    @Autowired Client client;
    @Autowired Recorder recorder;

    @BeforeAll
    void acme_has_tokens() {
        recorder.record(other.id(), other.founded());
        recorder.record(other.id(), other.token(UUID.randomUUID(), null, Scope.AUDIT));
        recorder.record(acme.id(), acme.founded());
        recorder.record(acme.id(), acme.joined(grace, "Grace Hopper", Role.DEVELOPER));
        var ada = new Actor(Actor.Kind.MEMBER, acme.ada().toString());
        recorder.record(new EventMetadata(acme.id(), ada, grace, null, "c", "c", null, null, null),
                acme.token(adas, acme.ada(), Scope.DEVELOPER_OPERATIONS, Scope.AUDIT));
        recorder.record(acme.id(), named("nightly", null, Instant.now().plusSeconds(3_600)));
        recorder.record(acme.id(), named("expired", null, Instant.now()));
        var revoked = named("revoked", null, null);
        recorder.record(acme.id(), revoked, new ApiTokenRevoked(revoked.tokenId(), revoked.ownerId()));
        var late = named("revoked late", grace, Instant.now());
        recorder.record(acme.id(), late, new ApiTokenRevoked(late.tokenId(), late.ownerId()));
        recorder.record(acme.id(), acme.token(graces, grace, Scope.PROTECTED_ENDPOINT));
    }

    private static ApiTokenCreated named(String name, @Nullable UUID owner, @Nullable Instant expiry) {
        return new ApiTokenCreated(UUID.randomUUID(), owner == null ? ApiTokenKind.ORGANIZATION : ApiTokenKind.PERSONAL, owner, name,
                List.of(Scope.EVENTS), expiry);
    }

    private Client.Response get(Client caller, String query) {
        return caller.get(acme.path() + "/api-tokens" + query, "Consistency-Token", "" + recorder.lastPosition());
    }

    private List<String> names(Client caller, String query) {
        return get(caller, query).each("/name");
    }

    @Test
    void those_of_use_are_listed_newest_first() {
        assertThat(get(client, "").each("/tokenId")).startsWith(graces.toString()).endsWith(adas.toString()).hasSize(3);
        assertThat(names(client, "?status=active")).containsExactly("for tests", "nightly", "for tests");
        assertThat(names(client, "?status=expired")).containsExactly("expired");
        assertThat(names(client, "?status=revoked")).containsExactly("revoked late", "revoked");
    }

    @Test
    void a_list_can_be_filtered() {
        assertThat(names(client, "?kind=organization")).containsExactly("nightly");
        assertThat(get(client, "?kind=personal").each("/tokenId")).containsExactly(graces.toString(), adas.toString());
        assertThat(get(client, "?owner=" + grace).each("/tokenId")).containsExactly(graces.toString());
        assertThat(names(client, "?owner=" + grace + "&status=revoked")).containsExactly("revoked late");
        assertThat(names(client, "?owner=" + UUID.randomUUID())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"status=, status", "status=%00, status", "status=ACTIVE, status", "kind=, kind", "kind=%20, kind", "kind=PERSONAL, kind",
            "owner=, owner", "owner=%00, owner", "owner=ada, owner", "owner=1-1-1-1-1, owner", "limit=, limit"})
    void bad_input_is_refused_by_name(String query, String parameter) {
        var answer = get(client, "?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.wrong()).isEqualTo(parameter);
        assertThat(answer.text("/errors/0/detail")).isNotBlank().doesNotContainIgnoringCase("java", "string", "enum", "roster");
    }

    @Test
    void a_token_is_shown_without_its_secret() {
        var answer = get(client, "?owner=" + acme.ada());
        var secret = recorder.secret(adas);

        assertThat(answer.body().path("data").path(0).propertyNames()).containsExactlyInAnyOrder("tokenId", "organizationId", "kind",
                "ownerId", "name", "scopes", "createdAt", "createdBy", "onBehalfOf", "expiresAt", "revokedAt", "version", "lastUsedAt");
        assertThat(answer.text("/data/0/organizationId")).isEqualTo(acme.id().toString());
        assertThat(answer.text("/data/0/kind")).isEqualTo("personal");
        assertThat(answer.body().at("/data/0/scopes").toString()).isEqualTo("[\"developer-operations\",\"audit\"]");
        assertThat(answer.text("/data/0/createdAt")).endsWith("Z");
        assertThat(answer.text("/data/0/createdBy/kind")).isEqualTo("member");
        assertThat(answer.text("/data/0/createdBy/id")).isEqualTo(acme.ada().toString());
        assertThat(answer.text("/data/0/onBehalfOf")).isEqualTo(grace.toString());
        assertThat(answer.body().at("/data/0/expiresAt").isNull()).isTrue();
        assertThat(answer.body().at("/data/0/revokedAt").isNull()).isTrue();
        assertThat(answer.body().toString()).doesNotContain(secret.substring(4, 20));
        assertThat(get(client, "?status=revoked").text("/data/0/revokedAt")).endsWith("Z");
        assertThat(get(client, "?status=revoked").text("/data/0/version")).isEqualTo("1");
    }

    @Test
    void one_token_is_shown_as_in_the_list() {
        var path = acme.path() + "/api-tokens/";

        assertThat(client.get(path + adas).header("ETag")).isEqualTo("\"0\"");
        assertThat(client.get(path + adas, "If-None-Match", "\"0\"").status()).as("the last use may have changed").isEqualTo(200);
        assertThat(client.get(path + adas).body()).isEqualTo(get(client, "?owner=" + acme.ada()).body().at("/data/0"));
        var revoked = get(client, "?status=revoked").text("/data/0/tokenId");
        assertThat(client.get(path + revoked).text("/revokedAt")).endsWith("Z");
        assertThat(client.get(other.path() + "/api-tokens/" + adas).status()).isEqualTo(404);
        assertThat(client.get(path + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(client.get(path + "rubbish").status()).isEqualTo(404);
    }

    @Test
    void one_token_is_shown_to_those_who_see_it_in_the_list() {
        var path = acme.path() + "/api-tokens/";
        var person = client.asPerson(grace.toString());

        assertThat(person.get(path + graces).text("/tokenId")).isEqualTo(graces.toString());
        assertThat(person.get(path + adas).status()).isEqualTo(404);
        assertThat(client.asPerson(acme.ada().toString()).get(path + graces).status()).isEqualTo(200);
        assertThat(client.as(recorder.secret(graces)).get(path + graces).status()).isEqualTo(403);
    }

    @Test
    void the_minute_of_the_last_use_is_shown() {
        var used = UUID.randomUUID();
        var users = Acme.named("users");
        recorder.record(users.id(), users.founded());
        recorder.record(users.id(), users.token(used, null, Scope.DIRECTORY), users.token(UUID.randomUUID(), null, Scope.DIRECTORY));
        var path = users.path() + "/api-tokens";
        assertThat(client.get(path, "Consistency-Token", "" + recorder.lastPosition()).each("/lastUsedAt")).containsExactly("", "");
        var before = Instant.now().truncatedTo(ChronoUnit.MINUTES);

        client.as(recorder.secret(used)).get(users.path() + "/members");

        await().until(() -> !client.get(path + "/" + used).text("/lastUsedAt").isEmpty());
        var shown = Instant.parse(client.get(path + "/" + used).text("/lastUsedAt"));
        assertThat(shown).isBetween(before, Instant.now()).isEqualTo(shown.truncatedTo(ChronoUnit.MINUTES));
        assertThat(client.get(path).each("/lastUsedAt")).containsOnlyOnce("");
    }

    @Test
    void who_does_not_manage_members_sees_their_own() {
        var person = client.asPerson(grace.toString());

        assertThat(get(person, "").each("/tokenId")).containsExactly(graces.toString());
        assertThat(names(person, "?status=revoked")).containsExactly("revoked late");
        assertThat(names(person, "?owner=" + acme.ada())).isEmpty();
        assertThat(names(person, "?kind=organization")).isEmpty();
        assertThat(get(client.asPerson(acme.ada().toString()), "").each("/tokenId")).hasSize(3);
    }

    @Test
    void programs_see_tokens_only_where_they_manage_members() {
        var manages = UUID.randomUUID();
        var reads = UUID.randomUUID();
        var others = Acme.named("programs");
        recorder.record(others.id(), others.founded());
        recorder.record(others.id(), others.token(manages, null, Scope.MEMBER_ADMINISTRATION),
                others.token(reads, others.ada(), Scope.DIRECTORY, Scope.DECISIONS, Scope.AUDIT));
        var path = others.path() + "/api-tokens";

        assertThat(get(client.as(recorder.secret(graces)), "").status()).isEqualTo(403);
        assertThat(client.as(recorder.secret(reads)).get(path, "Consistency-Token", "" + recorder.lastPosition()).status()).isEqualTo(403);
        assertThat(client.as(recorder.secret(manages)).get(path).each("/tokenId")).hasSize(2);
    }

    @Test
    void pages_go_on_where_they_ended() {
        var many = Acme.named("many");
        recorder.record(many.id(), many.founded());
        recorder.record(many.id(), IntStream.range(0, 9).mapToObj(_ -> many.token(UUID.randomUUID(), null, Scope.AUDIT))
                .toArray(ApiTokenCreated[]::new));
        var path = many.path() + "/api-tokens";
        var whole = client.get(path, "Consistency-Token", "" + recorder.lastPosition()).each("/tokenId");
        var seen = new ArrayList<String>();
        var page = client.get(path + "?limit=4");
        seen.addAll(page.each("/tokenId"));
        while (!page.body().path("next").isNull()) {
            page = client.get(path + "?limit=4&after=" + page.text("/next"));
            seen.addAll(page.each("/tokenId"));
        }

        assertThat(seen).hasSize(9).isEqualTo(whole);
    }

    @Test
    void bad_input_is_refused_by_name() {
        var next = get(client, "?limit=1").text("/next");

        assertThat(get(client, "?status=gone").wrong()).isEqualTo("status");
        assertThat(get(client, "?kind=king").wrong()).isEqualTo("kind");
        assertThat(get(client, "?owner=me").wrong()).isEqualTo("owner");
        assertThat(get(client, "?after=rubbish").wrong()).isEqualTo("after");
        assertThat(get(client, "?status=revoked&after=" + next).wrong()).isEqualTo("after");
        assertThat(get(client, "?limit=0").wrong()).isEqualTo("limit");
    }

    @Test
    void nothing_of_another_organization_is_visible() {
        assertThat(client.asPerson(grace.toString()).get(other.path() + "/api-tokens").status()).isEqualTo(404);
        assertThat(client.get(other.path() + "/api-tokens").each("/tokenId")).hasSize(1);
    }
}
