package roster.systemtest.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

import roster.local.PerJvm;
import roster.systemtest.running.Answer;
import roster.systemtest.running.Await;
import roster.systemtest.running.OnSharedRoster;
import roster.systemtest.running.Roster;
import roster.systemtest.running.SharedRoster;
import roster.systemtest.running.Tables;

/** Erases a member who has used every feature, and whose names, addresses and accounts contain a canary text. */
@OnSharedRoster
@ResourceLock(SharedRoster.NAME)
@Order(1)
class ErasureTest {
    private static final String CANARY = "wharfinger";
    private static final String EMAIL = "wharfinger@canary.example";
    private static final String MEMBERS = "/organizations/aviary/members";

    private record Canary(String memberId, String organizationId) {
        String path() {
            return MEMBERS + "/" + memberId;
        }
    }

    @Test
    void who_is_erased_is_in_no_table_view_answer_or_log_and_all_views_are_as_if_built_anew(Roster roster) throws Exception {
        eraseAndLook(roster);
    }

    @Test
    @Tag("nightly")
    void who_is_erased_is_in_no_file_once_kafka_and_postgresql_have_forgotten(@TempDir Path data) throws Exception {
        try (var roster = Roster.start(data)) {
            eraseAndLook(roster);
            assertThat(filesWithCanary(data)).as("a search that finds").isNotEmpty();

            letKafkaForget(roster, data.resolve("kafka"));
            letPostgresForget(roster);
        }

        assertThat(filesWithCanary(data)).isEmpty();
    }

    private static void eraseAndLook(Roster roster) throws SQLException {
        var canary = journey(roster);
        assertThat(views(roster, canary)).anyMatch(ErasureTest::hasCanary);

        var certificate = erase(roster, canary);

        assertThat(Tables.text(roster).lines()).filteredOn(ErasureTest::hasCanary).isEmpty();
        var after = views(roster, canary);
        roster.rebuildViews();
        assertThat(views(roster, canary)).isEqualTo(after).isNotEmpty();
        assertThat(answers(roster, canary.path(), certificate)).anyMatch(it -> it.contains("member.erased"))
                .filteredOn(ErasureTest::hasCanary).isEmpty();
        assertThat(roster.logs()).hasSizeGreaterThan(500).doesNotContainIgnoringCase(CANARY);
    }

    /** Rows of the organization in the live views. */
    private static List<String> views(Roster roster, Canary canary) throws SQLException {
        return Tables.liveViews(roster).lines().filter(it -> it.contains(canary.organizationId)).toList();
    }

    private static Canary journey(Roster roster) throws SQLException {
        var operator = roster.commands();
        assertThat(operator.post("/organizations", """
                {"slug": "aviary", "name": "Aviary", "admin": {"name": "Ida Rhodes", "email": "ida@aviary.example"}}""").status())
                .isEqualTo(201);
        assertThat(operator.post("/invitations/accept", """
                {"token": "%s", "verifiedEmail": "ida@aviary.example"}"""
                .formatted(roster.mails().to("ida@aviary.example", 1).getFirst().token())).status()).isEqualTo(200);
        var invited = operator.post(MEMBERS, """
                {"name": "Wanda Wharfinger", "email": "%s", "role": "admin", "reason": "Wharfinger keeps the birds"}""".formatted(EMAIL),
                "Idempotency-Key", "invite");
        var member = MEMBERS + "/" + invited.text("/memberId");
        assertThat(roster.mails().to(EMAIL, 1)).hasSize(1);
        assertThat(operator.post(member + "/invitation/resend", "{\"reason\": \"Wharfinger lost it\"}").status()).isEqualTo(200);
        var canary = operator.as(PerJvm.issuer().token("account of " + CANARY, "roster",
                Map.of("idp", "github", "email", EMAIL, "email_verified", true)));
        assertThat(canary.post("/invitations/accept", "{\"token\": \"%s\"}".formatted(roster.mails().to(EMAIL, 2).getLast().token()),
                "Idempotency-Key", "accept").status()).isEqualTo(200);
        assertThat(canary.post("/organizations/aviary/api-tokens", """
                {"name": "Wharfinger's token", "kind": "personal", "scopes": ["developer-operations"]}""", "Idempotency-Key", "token")
                .status()).isEqualTo(201);
        assertThat(canary.post(MEMBERS, """
                {"name": "Guest", "email": "guest@aviary.example", "role": "developer"}""").status()).isEqualTo(201);
        assertThat(canary.post(MEMBERS, """
                {"name": "Wharfinger", "email": "not an address of %s", "role": "developer"}""".formatted(CANARY)).status()).isEqualTo(400);
        assertThat(operator.invite("aviary", "Wharfinger again", EMAIL, "developer").code()).isEqualTo("email-taken");
        assertThat(roster.queries().get(MEMBERS + "?q=" + CANARY).status()).isEqualTo(200);
        assertThat(operator.send("PUT", member + "/role", "{\"role\": \"developer\", \"reason\": \"Wharfinger asked\"}").status())
                .isEqualTo(204);
        assertThat(operator.send("DELETE", member + "?reason=Wharfinger+leaves", null).status()).isEqualTo(204);
        assertThat(roster.mails().to("guest@aviary.example", 1)).hasSize(1);
        Await.until(
                () -> queue(roster, "select count(*) from notification.letter where status in ('due', 'sending') and organization_id = '"
                        + invited.text("/organizationId") + "'") == 0);
        Await.until(() -> roster.kafka().of(invited.text("/memberId")).stream().anyMatch(it -> it.type().endsWith("member.deleted")));
        return new Canary(invited.text("/memberId"), invited.text("/organizationId"));
    }

    private static Answer erase(Roster roster, Canary canary) {
        var certificate = roster.commands().post(canary.path() + "/erase", null);
        assertThat(certificate.status()).isEqualTo(200);
        assertThat(
                roster.queries().get(canary.path(), "Consistency-Token", certificate.consistencyToken()).body().path("erased").asBoolean())
                .isTrue();
        Await.until(() -> queue(roster, "select count(*) from notification.erased where member_id = '" + canary.memberId + "'") == 1);
        return certificate;
    }

    private static long queue(Roster roster, String count) {
        try (var database = roster.database(); var statement = database.createStatement(); var row = statement.executeQuery(count)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Responses of all queries. */
    private static List<String> answers(Roster roster, String member, Answer certificate) {
        return Stream.of(member, member + "/history", MEMBERS, MEMBERS + "?status=deleted", "/organizations/aviary/api-tokens",
                "/organizations/aviary/roles")
                .map(path -> roster.queries().get(path, "Consistency-Token", certificate.consistencyToken()).body().toString())
                .toList();
    }

    private static void letKafkaForget(Roster roster, Path folder) throws Exception {
        var retention = new ForcedRetention(roster.kafka().bootstrapServers());
        retention.begin();
        Await.until(() -> {
            try {
                retention.writeStates();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return filesWithCanary(folder).isEmpty();
        });
    }

    /** Removes old row versions by VACUUM FULL, and old WAL files by recycling them. */
    private static void letPostgresForget(Roster roster) throws SQLException {
        try (var database = roster.database(); var statement = database.createStatement()) {
            for (var sql : List.of("analyze", "vacuum full", "alter system set wal_recycle = off", "select pg_reload_conf()",
                    "select pg_switch_wal()", "checkpoint", "select pg_switch_wal()", "checkpoint")) {
                statement.execute(sql);
            }
        }
    }

    /** Files except those of the inbox: delivered e-mails belong to their recipients. */
    private static List<Path> filesWithCanary(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(file -> !file.startsWith(folder.resolve("inbox")))
                    .filter(file -> hasCanary(file))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            // files may disappear during the search
            return filesWithCanary(folder);
        }
    }

    private static boolean hasCanary(String text) {
        return text.contains(CANARY) || text.contains("Wharfinger");
    }

    private static boolean hasCanary(Path file) {
        try {
            return hasCanary(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException _) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
