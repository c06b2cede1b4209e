package roster.systemtest.faults;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Kafka continues with less than it had. */
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
        var invited = roster.commands().invite(ORGANIZATION, "Somebody", address(name), "developer");
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
