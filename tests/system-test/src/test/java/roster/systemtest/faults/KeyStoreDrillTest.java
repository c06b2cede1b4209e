package roster.systemtest.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.postgresql.PGConnection;
import tools.jackson.databind.JsonNode;

import roster.systemtest.running.Answer;
import roster.systemtest.running.Await;
import roster.systemtest.running.OnSharedRoster;
import roster.systemtest.running.Roster;
import roster.systemtest.running.SharedRoster;

/** The restore drill of docs/privacy.md: all keys are lost, and restored from their backup. */
@OnSharedRoster
@ResourceLock(SharedRoster.NAME)
@Order(1)
class KeyStoreDrillTest {
    private static final List<String> TABLES = List.of("key_store.master_key", "key_store.data_key");

    @Test
    void a_key_store_that_was_lost_is_missed_and_restored_from_its_backup(Roster roster) throws Exception {
        var invited = journey(roster);
        var before = shown(roster, invited);
        assertThat(before.toString()).contains("Grace Hopper", "grace@keys.example", "knows the compiler", "Ida Rhodes");
        var backup = TABLES.stream().map(table -> dump(roster, table)).toList();
        assertThat(backup).allSatisfy(it -> assertThat(it).isNotEmpty());
        try {
            lose(roster);
            KeyStoreTest.refuses(roster, "command-service", roster.masterKeys(),
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
