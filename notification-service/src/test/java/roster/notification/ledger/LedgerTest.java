package roster.notification.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static roster.contract.mail.MailRecipient.INVITEE;
import static roster.contract.mail.MailRecipient.INVITER;
import static roster.notification.SomeLetters.newLetter;
import static roster.notification.SomeLetters.ofMember;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import roster.notification.SomeLetters;

/** Entries of the mail queue. */
class LedgerTest {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration OVER_AT_ONCE = Duration.ZERO;

    private final SomeLedger books = new SomeLedger();

    @Test
    void a_letter_comes_out_as_it_went_in() {
        var letters = List.of(newLetter(INVITEE), newLetter(INVITER),
                SomeLetters.request(UUID.randomUUID(), ofMember(UUID.randomUUID(), 1)));
        books.owe(letters);

        assertThat(books.outbox.take(10, LEASE)).extracting(LeasedLetter::letter).usingRecursiveComparison().ignoringCollectionOrder()
                .isEqualTo(letters);
    }

    @Test
    void an_event_that_comes_again_owes_nothing_more() {
        var letter = newLetter(INVITEE);
        books.owe(List.of(letter, letter));
        books.owe(List.of(letter));
        assertThat(books.outbox.take(10, LEASE)).hasSize(1);

        books.owe(List.of(letter));
        assertThat(books.outbox.take(10, LEASE)).isEmpty();
    }

    @Test
    void a_letter_that_has_left_is_not_taken_again() {
        books.owe(List.of(newLetter(INVITEE)));
        var leased = books.outbox.take(1, OVER_AT_ONCE).getFirst();
        books.outbox.sent(leased);

        books.owe(List.of(leased.letter()));
        assertThat(books.outbox.take(10, LEASE)).isEmpty();
        assertThat(books.status(leased.letter())).isEqualTo("sent");
    }

    @Test
    void a_letter_that_comes_too_late_never_leaves_and_is_not_reported_as_failed() {
        var invitation = SomeLedger.member(1).invitation();
        var letter = SomeLetters.letter(UUID.randomUUID(), INVITEE, SomeLetters.until(Instant.now().minusSeconds(1), invitation));
        books.owe(List.of(letter));

        assertThat(books.outbox.take(10, LEASE)).isEmpty();
        assertThat(books.rows(letter)).containsExactly(tuple("cancelled", "it was too late when it arrived"));
    }

    @Test
    void the_ledger_is_not_to_be_deleted_from() {
        assertThat(books.jdbc.sql("select has_table_privilege('notification.letter', 'delete')").query(Boolean.class).single()).isFalse();
    }
}
