package roster.systemtest.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import roster.systemtest.mail.Executioner.Kill;
import roster.systemtest.mail.Journal.Entry;
import roster.systemtest.mail.Journal.What;

/** Checks {@link Judge} with invented journals, to see that it finds violations. */
@Order(Integer.MAX_VALUE)
class JudgeTest {
    private static final String GRACE = "grace@navy.example";
    private static final String ADA = "ada@acme.example";
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final List<Entry> journal = new ArrayList<>();
    private final List<Kill> kills = new ArrayList<>();

    @Test
    void everybody_has_had_their_mail_once() {
        taken(0, 1, "s1", GRACE);
        taken(1, 1, "s1", ADA);

        assertThat(judge(sent(GRACE, 1), sent(ADA, 2)).faults()).isEmpty();
    }

    @Test
    void nothing_has_come() {
        taken(0, 1, "s1", GRACE);

        assertThat(judge(sent(GRACE, 1), sent(ADA, 2)).faults()).containsExactly("nothing has come for " + ADA);
    }

    @Test
    void an_invitation_that_the_queue_never_heard_of() {
        taken(0, 1, "s1", GRACE);

        assertThat(new Judge(journal, kills, Duration.ZERO).judge(Set.of(GRACE, ADA), Set.of(), List.of(sent(GRACE, 1))).faults())
                .contains("0 rows of the mail queue for " + ADA);
    }

    @Test
    void an_email_that_came_again_for_no_reason() {
        taken(0, 1, "s1", GRACE);
        taken(4, 2, "s2", GRACE);

        assertThat(judge(sent(GRACE, 5)).faults()).singleElement().asString().startsWith("taken again although nothing had happened");
    }

    @Test
    void a_relay_that_withheld_its_answer_is_an_excuse() {
        accepted(0, 1, "s1", GRACE);
        journal.add(entry(0, What.WITHHELD, 1, "s1", GRACE));
        taken(4, 2, "s1", GRACE);

        assertThat(judge(sent(GRACE, 5)).faults()).isEmpty();
        assertThat(judge(sent(GRACE, 5)).repeats()).singleElement()
                .satisfies(it -> assertThat(it.cause()).isEqualTo("the relay withheld its answer"));
    }

    @Test
    void a_relay_that_withheld_its_answer_on_another_line_is_none() {
        taken(0, 1, "s1", GRACE);
        accepted(0, 2, "s1", ADA);
        journal.add(entry(0, What.WITHHELD, 2, "s1", ADA));
        taken(4, 1, "s1", GRACE);
        taken(4, 1, "s1", ADA);

        assertThat(judge(sent(GRACE, 5), sent(ADA, 5)).faults()).singleElement().asString().contains(GRACE);
    }

    @Test
    void a_kill_before_the_queue_knew_is_an_excuse() {
        taken(0, 1, "s1", GRACE);
        kill(1, "s1");
        taken(4, 2, "s2", GRACE);

        assertThat(judge(sent(GRACE, 5)).faults()).isEmpty();
        assertThat(judge(sent(GRACE, 5)).repeats()).hasSize(1);
    }

    @Test
    void a_kill_of_another_sender_is_none() {
        taken(0, 1, "s1", GRACE);
        kill(1, "s3");
        taken(4, 2, "s2", GRACE);

        assertThat(judge(sent(GRACE, 5)).faults()).hasSize(1);
    }

    @Test
    void a_kill_before_the_email_is_none() {
        kill(0, "s1");
        taken(1, 1, "s1", GRACE);
        taken(4, 2, "s2", GRACE);

        assertThat(judge(sent(GRACE, 5)).faults()).hasSize(1);
    }

    @Test
    void a_kill_when_the_queue_knew_is_none() {
        taken(0, 1, "s1", GRACE);
        kill(2, "s1");
        taken(4, 2, "s2", GRACE);

        assertThat(judge(sent(GRACE, 1)).faults()).hasSize(1);
    }

    @Test
    void a_kill_of_a_sender_that_had_gone_on_to_the_next_email_is_none() {
        taken(0, 1, "s1", GRACE);
        taken(1, 1, "s1", ADA);
        kill(2, "s1");
        taken(4, 2, "s2", GRACE);

        assertThat(judge(sent(GRACE, 5), sent(ADA, 1)).faults()).hasSize(1);
    }

    @Test
    void another_message_id_or_another_byte_is_another_mail() {
        taken(0, 1, "s1", GRACE);
        kill(1, "s1");
        taken(4, 2, "s2", GRACE);
        var last = journal.size() - 2;
        var it = journal.get(last);
        journal.set(last, new Entry(it.line(), it.at(), it.what(), it.sender(), it.to(), "<another>", "another"));

        assertThat(judge(sent(GRACE, 5)).faults()).containsExactlyInAnyOrder("e-mails with different Message-IDs for " + GRACE,
                "e-mails of different bytes for " + GRACE);
    }

    @Test
    void an_unexpected_mail() {
        taken(0, 1, "s1", GRACE);
        taken(1, 1, "s1", ADA);

        assertThat(judge(sent(GRACE, 1)).faults()).containsExactly("unexpected e-mail to " + ADA);
    }

    @Test
    void an_email_that_the_queue_has_given_up() {
        taken(0, 1, "s1", GRACE);

        assertThat(judge(new Judge.Row(GRACE, "failed", at(3), null)).faults())
                .containsExactly("the mail queue says that the e-mail to " + GRACE + " is failed");
    }

    @Test
    void an_email_of_a_revoked_invitation_may_be_on_its_way_but_none_may_begin() {
        taken(0, 1, "s1", GRACE);
        assertThat(judgeRevoked(new Judge.Row(GRACE, "sent", at(1), at(1))).faults()).isEmpty();
        assertThat(judgeRevoked(new Judge.Row(GRACE, "sent", at(1), at(-3))).faults()).singleElement().asString()
                .startsWith("an e-mail to " + GRACE + " was begun at");
    }

    @Test
    void a_revocation_that_the_queue_never_heard_of() {
        taken(0, 1, "s1", GRACE);

        assertThat(judgeRevoked(sent(GRACE, 1)).faults()).hasSize(1);
    }

    private Judge.Verdict judge(Judge.Row... rows) {
        return new Judge(journal, kills, Duration.ZERO).judge(addresses(rows), Set.of(), List.of(rows));
    }

    private Judge.Verdict judgeRevoked(Judge.Row row) {
        return new Judge(journal, kills, Duration.ZERO).judge(Set.of(), addresses(row), List.of(row));
    }

    private static Set<String> addresses(Judge.Row... rows) {
        return Set.copyOf(List.of(rows).stream().map(Judge.Row::to).toList());
    }

    private static Judge.Row sent(String to, int second) {
        return new Judge.Row(to, "sent", at(second), null);
    }

    private void taken(int second, int line, String sender, String to) {
        accepted(second, line, sender, to);
        journal.add(entry(second, What.ANSWERED, line, sender, to));
    }

    private void accepted(int second, int line, String sender, String to) {
        journal.add(entry(second, What.BEGUN, line, sender, to));
        journal.add(entry(second, What.ACCEPTED, line, sender, to));
    }

    private void kill(int second, String sender) {
        kills.add(new Kill(sender, Step.ANSWERED, at(second), at(second)));
    }

    private static Entry entry(int second, What what, int line, String sender, String to) {
        var isHere = what != What.BEGUN;
        return new Entry(line, at(second), what, sender, to, isHere ? "<" + to + ">" : "", isHere ? "bytes of " + to : "");
    }

    private static Instant at(int second) {
        return NOON.plusSeconds(second);
    }
}
