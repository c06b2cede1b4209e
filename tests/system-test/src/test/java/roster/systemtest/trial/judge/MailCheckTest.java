package roster.systemtest.trial.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import roster.systemtest.mail.Journal.Entry;
import roster.systemtest.mail.Journal.What;
import roster.systemtest.trial.faults.Parts;
import roster.systemtest.trial.faults.Struck;
import roster.systemtest.trial.judge.StoredEvent.Mail;

/** Journals of a mail server, each with one defect. */
class MailCheckTest {
    private static final String SENDER = "notification-service-1";
    private static final StoredEvent INVITED = event("e1", 0, "member.invited", new Mail("i", 1, true, null, null));
    private static final StoredEvent REVOKED = event("e2", 1, "member.invitation_revoked", new Mail("i", 1, false, null, null));
    private static final Entry TO_INVITEE = accepted(1, 10, "e1.invitee", "h");
    private static final Entry TO_INVITER = accepted(1, 11, "e1.inviter", "h");

    @Test
    void one_email_to_each_recipient_is_right() {
        assertThat(faults(List.of(TO_INVITEE, TO_INVITER), List.of(), INVITED)).isEmpty();
    }

    @Test
    void an_email_that_does_not_come_is_lost_unless_the_invitation_has_ended() {
        assertThat(faults(List.of(TO_INVITEE), List.of(), INVITED)).singleElement().asString().contains("no e-mail", "e1.inviter");
        assertThat(faults(List.of(TO_INVITEE), List.of(), INVITED, REVOKED)).isEmpty();
    }

    @Test
    void an_email_without_an_event_is_made_up() {
        assertThat(faults(List.of(TO_INVITEE), List.of())).singleElement().asString().contains("without an event", "e1.invitee");
    }

    @Test
    void an_email_that_comes_again_needs_a_cause() {
        var both = List.of(TO_INVITEE, TO_INVITER, accepted(2, 20, "e1.invitee", "h"));

        assertThat(faults(both, List.of(), INVITED)).singleElement().asString().contains("although nothing had happened");
        assertThat(faults(both, List.of(struck("mail server", 15)), INVITED)).hasSize(1);
        assertThat(faults(both, List.of(struck(SENDER, 30)), INVITED)).hasSize(1);
        assertThat(faults(both, List.of(struck(SENDER, 15)), INVITED)).isEmpty();
        assertThat(faults(both, List.of(struck(Parts.POSTGRES, 15)), INVITED)).isEmpty();
    }

    @Test
    void an_answer_that_was_withheld_is_a_cause() {
        var withheld = new Entry(1, at(10), What.WITHHELD, SENDER, "grace@navy.example", "<e1.invitee@localhost>", "h");

        assertThat(faults(List.of(TO_INVITEE, withheld, TO_INVITER, accepted(2, 20, "e1.invitee", "h")), List.of(), INVITED)).isEmpty();
    }

    @Test
    void an_email_that_comes_again_must_be_the_same() {
        assertThat(faults(List.of(TO_INVITEE, TO_INVITER, accepted(2, 20, "e1.invitee", "other")), List.of(struck(SENDER, 15)), INVITED))
                .singleElement().asString().contains("different e-mails");
    }

    @Test
    void a_result_is_recorded_once() {
        var sent = event("e3", 0, "invitation_mail.sent", new Mail("i", 1, false, "invitee", null));

        assertThat(faults(List.of(TO_INVITEE, TO_INVITER), List.of(), INVITED, sent)).isEmpty();
        assertThat(faults(List.of(TO_INVITEE, TO_INVITER), List.of(), INVITED, sent, sent)).singleElement().asString()
                .contains("recorded as sent 2 times");
    }

    @Test
    void the_previous_address_of_a_member_is_told_that_of_an_invited_one_is_not() {
        assertThat(faults(List.of(), List.of(), event("e4", 3, "member.email_changed", new Mail("i", 1, false, null, "active"))))
                .singleElement().asString().contains("e4.invitee");
        assertThat(faults(List.of(), List.of(), event("e4", 3, "member.email_changed", new Mail("i", 1, false, null, "invited"))))
                .isEmpty();
    }

    private static List<String> faults(List<Entry> journal, List<Struck> struck, StoredEvent... store) {
        return new MailCheck(journal, struck).faults(List.of(store));
    }

    private static Entry accepted(int line, int second, String id, String hash) {
        return new Entry(line, at(second), What.ACCEPTED, SENDER, "grace@navy.example", "<" + id + "@localhost>", hash);
    }

    private static Struck struck(String part, int second) {
        return new Struck("kill", List.of(part), "gone", at(second), at(second), Duration.ZERO, 0);
    }

    private static Instant at(int second) {
        return Instant.EPOCH.plusSeconds(second);
    }

    private static StoredEvent event(String id, long sequence, String type, Mail mail) {
        return new StoredEvent(1, id, "grace", sequence, type, "c", "r", mail);
    }
}
