package roster.systemtest.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

import roster.systemtest.running.Answer;
import roster.systemtest.running.Await;
import roster.systemtest.running.Roster;

/** Kafka or PostgreSQL continue with less than they had, and the others notice. */
@Tag("nightly")
class LostDataTest {
    private static final String ORGANIZATION = "lost";
    private static final String LOST = "roster_publisher_records_lost{publisher=\"publisher\"} ";

    @Test
    void what_kafka_has_lost_is_published_again_and_no_mail_is_sent_twice(@TempDir Path data) throws Exception {
        try (var roster = Roster.start(data)) {
            found(roster);
            invite(roster, "early");
            var before = facts(roster);
            roster.stop();
            FileSystemUtils.deleteRecursively(data.resolve("kafka"));
            roster.startAgain();

            invite(roster, "late");
            Await.until(() -> roster.metrics().contains(LOST + "1.0"));
            assertThat(roster.commands().post("/admin/publishers/publisher/republish", null).status()).isEqualTo(200);

            Await.until(() -> roster.metrics().contains(LOST + "0.0"));
            assertThat(facts(roster)).containsAllEntriesOf(before);
            invite(roster, "later");
            assertThat(List.of("ada", "early", "late", "later"))
                    .allSatisfy(
                            it -> assertThat(roster.mails().to(address(it))).as(it).filteredOn(mail -> !mail.token().isEmpty()).hasSize(1));
        }
    }

    @Test
    void a_restored_database_begins_an_epoch_and_the_lost_time_is_known_as_such(@TempDir Path data) throws Exception {
        try (var roster = Roster.start(data)) {
            found(roster);
            var kept = invite(roster, "kept").consistencyToken();
            roster.stop();
            copy(data.resolve("postgres"), data.resolve("backup"));
            roster.startAgain();
            var lost = invite(roster, "lost");
            invite(roster, "lost-as-well");
            Await.until(() -> facts(roster).containsKey(lost.text("/memberId")));
            Await.until(() -> signed(data).startsWith("roster.localhost/log\n"));
            roster.stop();
            FileSystemUtils.deleteRecursively(data.resolve("postgres"));
            Files.move(data.resolve("backup"), data.resolve("postgres"));
            roster.startAgain();
            Await.until(() -> roster.logs().contains("the event store was restored from a backup"));

            var next = invite(roster, "next");

            assertThat(Long.parseLong(next.consistencyToken())).isGreaterThan(1L << 36);
            Await.until(() -> signed(data).startsWith("roster.localhost/log/epoch-1\n"));
            var path = "/organizations/" + ORGANIZATION + "/members";
            assertThat(roster.queries().get(path, "Consistency-Token", next.consistencyToken()).status()).isEqualTo(200);
            assertThat(roster.queries().get(path, "Consistency-Token", kept).status()).isEqualTo(200);
            assertThat(roster.queries().get(path, "Consistency-Token", lost.consistencyToken()).status()).isEqualTo(400);
            assertThat(roster.queries().get(lost.header("Location")).status()).isEqualTo(404);
            assertThat(List.of("ada", "kept", "next"))
                    .allSatisfy(
                            it -> assertThat(roster.mails().to(address(it))).as(it).filteredOn(mail -> !mail.token().isEmpty()).hasSize(1));
        }
    }

    /** The newest checkpoint of the signed log; empty before the first one. */
    private static String signed(Path data) {
        try {
            var file = data.resolve("checkpoints/checkpoint");
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With permissions, which PostgreSQL checks. */
    private static void copy(Path from, Path to) throws Exception {
        assertThat(new ProcessBuilder("cp", "-a", from.toString(), to.toString()).inheritIO().start().waitFor()).isZero();
    }

    private static void found(Roster roster) {
        assertThat(roster.commands().post("/organizations", """
                {"slug": "lost", "name": "Lost", "admin": {"name": "Ada Lovelace", "email": "ada@lost.example"}}""").status())
                .isEqualTo(201);
        assertThat(roster.commands()
                .post("/invitations/accept",
                        """
                {"token": "%s", "verifiedEmail": "ada@lost.example"}"""
                                .formatted(roster.mails().to("ada@lost.example", 1).getFirst().token()))
                .status()).isEqualTo(200);
    }

    /** Invites a person, and waits for the e-mail. */
    private static Answer invite(Roster roster, String name) {
        var invited = roster.commands().invite(ORGANIZATION, "Grace", address(name), "developer");
        assertThat(invited.status()).isEqualTo(201);
        roster.mails().to(address(name), 1);
        return invited;
    }

    private static String address(String name) {
        return name + "@lost.example";
    }

    /** The last sequence of each aggregate on Kafka, where all sequences from 0 on are, in order. */
    private static Map<String, Long> facts(Roster roster) {
        var last = new HashMap<String, Long>();
        for (var fact : roster.kafka().all()) {
            long expected = last.getOrDefault(fact.key(), -1L) + 1;
            assertThat(fact.sequence()).as(fact.key()).isLessThanOrEqualTo(expected);
            if (fact.sequence() == expected) {
                last.put(fact.key(), expected);
            }
        }
        return last;
    }
}
