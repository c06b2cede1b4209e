package roster.command.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

import roster.command.Client;
import roster.command.Client.Response;
import roster.command.FreshDatabase;
import roster.command.ServiceTest;
import roster.command.Team;
import roster.command.Teams;
import roster.contract.event.ApiTokenEvent.ApiTokenCreated;
import roster.contract.event.EventMetadata;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.stored.RecordedEvent;

@ServiceTest
class ErasureTest {
    @Autowired private Teams teams;
    @Autowired private Client client;
    @Autowired private Environment environment;

    private Response invited(Team team, String key) {
        return client.post("/organizations/" + team.slug() + "/members", """
                {"name": "%1$s canary", "email": "%1$s-canary@mine.example", "role": "admin", "reason": "sings like a %1$s canary"}"""
                .formatted(team.slug()), "Idempotency-Key", key);
    }

    /** A deleted admin who has invited a person and has a token. */
    private UUID gone(Team team) {
        var invited = invited(team, "invite-" + team.slug());
        var email = team.slug() + "-canary@mine.example";
        assertThat(client.accept(team.link(invited), email).status()).isEqualTo(200);
        var canary = client.signedIn(email);
        assertThat(team.as(canary).invite("guest@" + team.slug() + ".example", "developer").status()).isEqualTo(201);
        assertThat(canary.post("/organizations/" + team.slug() + "/api-tokens", """
                {"name": "of the %s canary", "kind": "personal", "scopes": ["developer-operations"]}""".formatted(team.slug()),
                "Idempotency-Key", "token").status())
                .isEqualTo(201);
        assertThat(team.delete(invited.id("/memberId")).status()).isEqualTo(204);
        return invited.id("/memberId");
    }

    /** Tables that contain the canary. */
    private List<String> tablesWithCanaryOf(Team team) {
        var owner = JdbcClient.create(FreshDatabase.asOwner(environment));
        return owner.sql("""
                select table_schema || '.' || table_name from information_schema.tables
                 where table_type = 'BASE TABLE' and table_schema in ('event_store', 'key_store', 'command')""")
                .query(String.class).list().stream()
                .filter(table -> owner.sql("select exists (select from " + table + " as it where it::text ~* ?)")
                        .param(team.slug() + ".canary").query(Boolean.class).single())
                .toList();
    }

    @Test
    void what_names_an_erased_member_is_in_no_table_and_in_no_event() {
        var team = teams.founded("erased");
        var canary = gone(team);
        assertThat(tablesWithCanaryOf(team)).containsExactly("command.idempotency");

        assertThat(team.post(canary, "erase").status()).isEqualTo(200);

        assertThat(tablesWithCanaryOf(team)).isEmpty();
        assertThat(team.events()).extracting(RecordedEvent::event).asString().doesNotContainIgnoringCase("canary");
        assertThat(team.events()).extracting(RecordedEvent::metadata).extracting(EventMetadata::reason).asString()
                .doesNotContainIgnoringCase("canary");
        assertThat(team.events(canary).getFirst().event()).isInstanceOfSatisfying(MemberInvited.class, it -> {
            assertThat(it.name()).isNull();
            assertThat(it.inviter()).satisfies(ada -> assertThat(ada.name()).isEqualTo("Ada Lovelace"));
        });
        assertThat(team.events()).extracting(RecordedEvent::event).filteredOn(ApiTokenCreated.class::isInstance)
                .extracting("name").containsOnlyNulls().isNotEmpty();
    }

    @Test
    void the_last_sign_in_of_an_erased_member_is_deleted() {
        var team = teams.founded("signed-in-once");
        var grace = team.join("grace@signed-in-once.example", "admin");
        var signIn = JdbcClient.create(FreshDatabase.asOwner(environment))
                .sql("select count(*) from access.member_sign_in where member_id = ?")
                .param(grace).query(Long.class);
        assertThat(team.as(client.signedIn("grace@signed-in-once.example")).invite("guest@signed-in-once.example", "developer").status())
                .isEqualTo(201);
        await().until(() -> signIn.single() == 1);
        assertThat(team.delete(grace).status()).isEqualTo(204);

        assertThat(team.post(grace, "erase").status()).isEqualTo(200);

        assertThat(signIn.single()).isZero();
    }

    @Test
    void it_is_certified_the_same_however_often_one_asks() {
        var team = teams.founded("certified");
        var canary = gone(team);

        var first = team.post(canary, "erase");
        var again = team.post(canary, "erase");

        assertThat(again.raw()).isEqualTo(first.raw());
        assertThat(team.history(canary)).containsOnlyOnce("member.erased").endsWith("member.erased");
        assertThat(first.text("/position")).isEqualTo(first.header("Consistency-Token"));
        assertThat(first.text("/eventId")).isEqualTo(team.events(canary).getLast().eventId().toString());
        assertThat(first.text("/proof")).isEqualTo("https://roster.example/queries/organizations/" + first.text("/organizationId")
                + "/log/proof?event=" + first.text("/eventId"));
        var at = Instant.parse(first.text("/erasedAt"));
        assertThat(first.body().at("/copies")).hasSize(4).allSatisfy(
                copy -> assertThat(Instant.parse(copy.at("/until").asString())).isBetween(at.plus(Duration.ofDays(1)), at.plus(
                        Duration.ofDays(31))));
    }

    @Test
    void who_is_a_member_cannot_be_erased() {
        var team = teams.founded("not-deleted");
        var grace = team.join("grace@not-deleted.example", "developer");

        assertThat(team.post(grace, "erase").code()).isEqualTo("member-not-deleted");

        assertThat(team.events(grace).getFirst().event()).extracting("name").isEqualTo("Grace Hopper");
    }

    @Test
    void a_retried_invitation_of_an_erased_member_is_answered_without_a_name_and_invites_no_one() {
        var team = teams.founded("retried-erased");
        var canary = gone(team);
        team.post(canary, "erase");

        var retried = invited(team, "invite-" + team.slug());

        assertThat(retried.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(retried.id("/memberId")).isEqualTo(canary);
        assertThat(retried.body().at("/name").isNull()).isTrue();
        assertThat(retried.body().at("/email").isNull()).isTrue();
        assertThat(retried.text("/invitation/invitedBy/name")).isEqualTo("Ada Lovelace");
    }

    @Test
    void a_rehearsal_erases_nothing() {
        var team = teams.founded("rehearsed-erasure");
        var canary = gone(team);

        assertThat(client.post("/dry-run" + team.path(canary) + "/erase", null).text("/events/0/type")).isEqualTo("member.erased");

        assertThat(team.events(canary).getFirst().event()).extracting("name").isEqualTo("rehearsed-erasure canary");
        assertThat(tablesWithCanaryOf(team)).containsExactly("command.idempotency");
    }

    @Test
    void letters_are_counted_without_their_addresses() {
        var team = teams.founded("counted");
        team.invite("counted-canary@mine.example", "developer");

        assertThat(tablesWithCanaryOf(team)).containsExactly("command.membership");
    }
}
