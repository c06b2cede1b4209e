package roster.systemtest.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;
import tools.jackson.databind.JsonNode;

import roster.local.Patience;
import roster.systemtest.running.Answer;
import roster.systemtest.running.Await;
import roster.systemtest.running.OnSharedRoster;
import roster.systemtest.running.Roster;
import roster.systemtest.running.SharedRoster;

/** Wrong master keys and lost data keys: behavior of the processes, and recovery. */
@OnSharedRoster
class KeyStoreTest {
    private static final String WRONG = "k1:H5s0Vq1mXw9Zr3nB7kT2yLcJ8pGdEaUf4oIiRtM6hNs=";
    private static final String OTHER = "k2:n7ZsP1xYkQ3vRr0aWq8LdUe5oGhTjB2mC9fIyX4wK6M=";
    private static final List<String> TABLES = List.of("key_store.master_key", "key_store.data_key");

    @ParameterizedTest
    @ValueSource(strings = {"command-service", "query-service"})
    void with_the_wrong_master_key_a_service_refuses_to_start_and_says_which_it_is(String service, Roster roster) throws Exception {
        refuses(roster, service, WRONG, "ROSTER_MASTER_KEYS: the key 'k1' is not the one that the keys of members are sealed with");
        refuses(roster, service, OTHER, "ROSTER_MASTER_KEYS lacks the key 'k1', with which keys of members are sealed");
    }

    /** The service does not start, and logs one line without the key. */
    private static void refuses(Roster roster, String service, String masterKeys, String why) throws Exception {
        try (var started = roster.another(service, "ROSTER_MASTER_KEYS", masterKeys)) {
            assertThat(started.exit().get(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS)).isNotZero();
            assertThat(started.lastWords().lines().filter(it -> it.contains("ERROR") || it.contains("Exception") || it.startsWith("\tat ")))
                    .singleElement().asString().contains("cannot start: " + why);
            assertThat(started.lastWords()).doesNotContain(masterKeys.substring(masterKeys.indexOf(':') + 1));
        }
    }

    /** The restore drill of docs/privacy.md. */
    @Test
    @ResourceLock(SharedRoster.NAME)
    void a_key_store_that_was_lost_is_missed_and_restored_from_its_backup(Roster roster) throws Exception {
        var invited = journey(roster);
        var before = shown(roster, invited);
        assertThat(before.toString()).contains("Grace Hopper", "grace@keys.example", "knows the compiler", "Ida Rhodes");
        var backup = TABLES.stream().map(table -> dump(roster, table)).toList();
        assertThat(backup).allSatisfy(it -> assertThat(it).isNotEmpty());
        try {
            lose(roster);
            refuses(roster, "command-service", roster.masterKeys(),
                    "the keys of all members are lost: restore the schema key_store from its"
                            + " backup, see the restore drill in docs/privacy.md");
            roster.rebuildViews();
            assertThat(shown(roster, invited).toString()).doesNotContain("Grace Hopper", "grace@keys.example", "knows the compiler");
            assertThat(roster.metrics()).containsPattern("roster_personal_unreadable_total\\{.*cause=\"lost\".*} [1-9]");
        } finally {
            lose(roster);
            for (int i = 0; i < TABLES.size(); i++) {
                restore(roster, TABLES.get(i), backup.get(i));
            }
        }

        try (var started = roster.anotherCommandService()) {
            assertThat(started.http().invite("keys", "Barbara Liskov", "barbara@keys.example", "developer").status()).isEqualTo(201);
        }
        roster.rebuildViews();

        assertThat(shown(roster, invited)).isEqualTo(before);
    }

    private static Answer journey(Roster roster) {
        var operator = roster.commands();
        assertThat(operator.post("/organizations", """
                {"slug": "keys", "name": "Keys", "admin": {"name": "Ida Rhodes", "email": "ida@keys.example"}}""").status()).isEqualTo(201);
        assertThat(operator
                .post("/invitations/accept",
                        """
                {"token": "%s", "verifiedEmail": "ida@keys.example"}"""
                                .formatted(roster.mails().to("ida@keys.example", 1).getFirst().token()))
                .status()).isEqualTo(200);
        var invited = operator.post("/organizations/keys/members", """
                {"name": "Grace Hopper", "email": "grace@keys.example", "role": "developer", "reason": "knows the compiler"}""");
        assertThat(invited.status()).isEqualTo(201);
        Await.until(() -> roster.queries().get(invited.header("Location")).text("/invitation/mail/inviter/status").equals("sent"));
        return invited;
    }

    /** The member and the member's history. */
    private static List<JsonNode> shown(Roster roster, Answer invited) {
        var queries = roster.queries();
        var token = invited.consistencyToken();
        return List.of(queries.get(invited.header("Location"), "Consistency-Token", token).body(),
                queries.get(invited.header("Location") + "/history", "Consistency-Token", token).body().path("data"));
    }

    private static void lose(Roster roster) throws SQLException {
        try (var keys = roster.keys(); var statement = keys.createStatement()) {
            for (var table : TABLES) {
                statement.execute("delete from " + table);
            }
        }
    }

    private static String dump(Roster roster, String table) {
        try (var keys = roster.keys()) {
            var copied = new StringWriter();
            keys.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout", copied);
            return copied.toString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void restore(Roster roster, String table, String dump) throws Exception {
        try (var keys = roster.keys()) {
            keys.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin", new StringReader(dump));
        }
    }
}
