package roster.notification.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static roster.contract.mail.MailRecipient.INVITEE;
import static roster.contract.mail.MailRecipient.INVITER;
import static roster.notification.SomeLetters.newLetter;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import roster.contract.mail.MailFailure;
import roster.notification.SomeLetters;
import roster.notification.entry.Entries;
import roster.notification.entry.Letter;
import roster.notification.entry.Told;

/** A new queue, which first reads all existing records. */
class NewLedgerTest {
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final SomeLedger books = new SomeLedger();

    @Test
    void what_the_record_says_of_a_letter_is_believed_whichever_comes_first() {
        var before = SomeLetters.letter(UUID.randomUUID(), INVITEE, SomeLetters.another());
        var after = SomeLetters.letter(UUID.randomUUID(), INVITEE, SomeLetters.another());
        books.ledger.write(new Entries(List.of(), List.of(), List.of(told(before, MailFailure.REFUSED), told(before, null)), List.of()));
        books.owe(List.of(before, after));
        books.ledger.write(new Entries(List.of(), List.of(), List.of(told(after, MailFailure.UNKNOWN_ADDRESS)), List.of()));

        assertThat(books.outbox.take(10, LEASE)).isEmpty();
        assertThat(books.status(before)).isEqualTo("sent");
        assertThat(books.status(after)).isEqualTo("failed");
        assertThat(new Reports(books.jdbc).take(100, LEASE)).extracting(Report::id).doesNotContain(before.id(), after.id());
    }

    @Test
    void what_became_of_the_invitation_does_not_answer_a_request_for_a_new_one() {
        var invitation = SomeLetters.another();
        var invited = SomeLetters.letter(UUID.randomUUID(), INVITER, invitation);
        var request = SomeLetters.request(UUID.randomUUID(), SomeLetters.until(Instant.now().plusSeconds(60), invitation));
        books.ledger.write(new Entries(List.of(), List.of(), List.of(told(invited, null)), List.of()));
        books.owe(List.of(request));

        assertThat(books.outbox.take(10, LEASE)).extracting(LeasedLetter::letter).extracting(Letter::id).containsExactly(request.id());
    }

    @Test
    void nothing_leaves_before_a_new_ledger_has_read_what_was_there_before_it() {
        var reading = new Reading(books.jdbc);
        var letter = newLetter(INVITEE);
        assertThat(reading.begin(Map.of(1, 3L, 2, 0L), Map.of(1, 10L, 2, 0L))).containsExactly(entry(1, 3L));
        books.owe(List.of(letter));

        assertThat(books.outbox.take(1, LEASE)).isEmpty();
        assertThat(reading.advance(1, 7)).isTrue();
        assertThat(reading.begin(Map.of(1, 3L, 2, 0L), Map.of(1, 90L, 2, 90L))).containsExactly(entry(1, 7L));
        assertThat(books.outbox.take(1, LEASE)).isEmpty();
        assertThat(reading.advance(1, 10)).isFalse();
        assertThat(books.outbox.take(1, LEASE)).extracting(LeasedLetter::letter).containsExactly(letter);
    }

    @Test
    void what_the_topic_has_forgotten_meanwhile_is_not_waited_for() {
        var reading = new Reading(books.jdbc);
        reading.begin(Map.of(7, 0L), Map.of(7, 10L));

        assertThat(reading.begin(Map.of(7, 10L), Map.of(7, 10L))).isEmpty();
    }

    private static Told told(Letter letter, @Nullable MailFailure failure) {
        return new Told(letter.invitation().invitationId(), letter.invitation().issue(), letter.id().recipient(), failure, null);
    }
}
