package roster.notification.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import roster.notification.entry.Ending;
import roster.notification.entry.Entries;

/** Cancellation of e-mails whose invitation has ended. */
class EndingsTest {
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final SomeLedger books = new SomeLedger();

    @Test
    void a_newer_letter_replaces_one_that_has_not_left() {
        var first = SomeLedger.member(1);
        var second = SomeLedger.again(first);
        books.owe(List.of(first));
        books.ledger.write(new Entries(List.of(second), List.of(SomeLedger.ending(second, "a newer letter replaces it"))));

        assertThat(books.outbox.take(10, LEASE)).extracting(LeasedLetter::letter).containsExactly(second);
        assertThat(books.rows(first)).containsExactly(tuple("cancelled", "a newer letter replaces it"));
    }

    @Test
    void an_old_event_that_comes_after_the_end_owes_nothing() {
        var letter = SomeLedger.member(1);
        var end = new Ending(letter.invitation().memberId(), 1, "the invitation was revoked");
        books.ledger.write(new Entries(List.of(), List.of(end)));
        books.owe(List.of(letter));

        assertThat(books.outbox.take(10, LEASE)).isEmpty();
        assertThat(books.rows(letter)).containsExactly(tuple("cancelled", "the invitation was revoked"));
    }

    @Test
    void the_beginning_and_the_end_in_one_batch_owe_nothing() {
        var letter = SomeLedger.member(1);
        books.ledger.write(new Entries(List.of(letter), List.of(SomeLedger.ending(SomeLedger.again(letter), "the invitation was accepted"),
                new Ending(letter.invitation().memberId(), 2, "the member was deleted"))));

        assertThat(books.outbox.take(10, LEASE)).isEmpty();
        assertThat(books.rows(letter)).containsExactly(tuple("cancelled", "the member was deleted"));
    }

    @Test
    void an_older_ending_does_not_replace_a_newer_one() {
        var letter = SomeLedger.member(1);
        var later = SomeLedger.again(letter);
        books.ledger.write(new Entries(List.of(later), List.of(SomeLedger.ending(later, "a newer letter replaces it"))));
        books.ledger.write(new Entries(List.of(), List.of(new Ending(letter.invitation().memberId(), 0, "too old to matter"))));
        books.owe(List.of(letter));

        assertThat(books.outbox.take(10, LEASE)).extracting(LeasedLetter::letter).containsExactly(later);
    }

    @Test
    void a_letter_whose_invitation_ended_while_it_was_being_tried_is_cancelled() {
        var letter = SomeLedger.member(1);
        books.owe(List.of(letter));
        var leased = books.outbox.take(1, LEASE).getFirst();
        books.ledger.write(new Entries(List.of(), List.of(SomeLedger.ending(SomeLedger.again(letter), "the invitation was declined"))));
        books.outbox.deferred(leased, "450 busy", Duration.ZERO);

        assertThat(books.outbox.take(10, LEASE)).isEmpty();
        assertThat(books.rows(letter)).containsExactly(tuple("cancelled", "the invitation was declined"));
    }

    @Test
    void a_letter_whose_invitation_has_ended_since_it_was_taken_is_owed_no_more() {
        var letter = SomeLedger.member(1);
        books.owe(List.of(letter));
        var leased = books.outbox.take(1, LEASE).getFirst();
        assertThat(books.outbox.isStillOwed(leased)).isTrue();
        books.ledger.write(new Entries(List.of(), List.of(SomeLedger.ending(SomeLedger.again(letter), "the invitation was revoked"))));

        assertThat(books.outbox.isStillOwed(leased)).isFalse();
        assertThat(books.rows(letter)).containsExactly(tuple("cancelled", "the invitation was revoked"));
    }
}
