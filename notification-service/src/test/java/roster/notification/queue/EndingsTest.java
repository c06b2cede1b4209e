package roster.notification.queue;

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

    private final SomeMailQueue books = new SomeMailQueue();

    @Test
    void a_newer_email_replaces_one_that_has_not_left() {
        var first = SomeMailQueue.member(1);
        var second = SomeMailQueue.again(first);
        books.owe(List.of(first));
        books.queue.write(new Entries(List.of(second), List.of(SomeMailQueue.ending(second, "a newer e-mail replaces it"))));

        assertThat(books.outbox.take(10, LEASE)).extracting(LeasedEmail::email).containsExactly(second);
        assertThat(books.rows(first)).containsExactly(tuple("cancelled", "a newer e-mail replaces it"));
    }

    @Test
    void an_old_event_that_comes_after_the_end_owes_nothing() {
        var email = SomeMailQueue.member(1);
        var end = new Ending(email.invitation().memberId(), 1, "the invitation was revoked");
        books.queue.write(new Entries(List.of(), List.of(end)));
        books.owe(List.of(email));

        assertThat(books.outbox.take(10, LEASE)).isEmpty();
        assertThat(books.rows(email)).containsExactly(tuple("cancelled", "the invitation was revoked"));
    }

    @Test
    void the_beginning_and_the_end_in_one_batch_owe_nothing() {
        var email = SomeMailQueue.member(1);
        books.queue
                .write(new Entries(List.of(email), List.of(SomeMailQueue.ending(SomeMailQueue.again(email), "the invitation was accepted"),
                        new Ending(email.invitation().memberId(), 2, "the member was deleted"))));

        assertThat(books.outbox.take(10, LEASE)).isEmpty();
        assertThat(books.rows(email)).containsExactly(tuple("cancelled", "the member was deleted"));
    }

    @Test
    void an_older_ending_does_not_replace_a_newer_one() {
        var email = SomeMailQueue.member(1);
        var later = SomeMailQueue.again(email);
        books.queue.write(new Entries(List.of(later), List.of(SomeMailQueue.ending(later, "a newer e-mail replaces it"))));
        books.queue.write(new Entries(List.of(), List.of(new Ending(email.invitation().memberId(), 0, "too old to matter"))));
        books.owe(List.of(email));

        assertThat(books.outbox.take(10, LEASE)).extracting(LeasedEmail::email).containsExactly(later);
    }

    @Test
    void an_email_whose_invitation_ended_while_it_was_being_tried_is_cancelled() {
        var email = SomeMailQueue.member(1);
        books.owe(List.of(email));
        var leased = books.outbox.take(1, LEASE).getFirst();
        books.queue.write(new Entries(List.of(), List.of(SomeMailQueue.ending(SomeMailQueue.again(email), "the invitation was declined"))));
        books.record(DeliveryResult.deferred(leased, "450 busy", Duration.ZERO));

        assertThat(books.outbox.take(10, LEASE)).isEmpty();
        assertThat(books.rows(email)).containsExactly(tuple("cancelled", "the invitation was declined"));
    }

    @Test
    void an_email_whose_invitation_has_ended_since_it_was_taken_is_owed_no_more() {
        var email = SomeMailQueue.member(1);
        books.owe(List.of(email));
        var leased = books.outbox.take(1, LEASE).getFirst();
        assertThat(books.isStillOwed(leased)).isTrue();
        books.queue.write(new Entries(List.of(), List.of(SomeMailQueue.ending(SomeMailQueue.again(email), "the invitation was revoked"))));

        assertThat(books.isStillOwed(leased)).isFalse();
        assertThat(books.rows(email)).containsExactly(tuple("cancelled", "the invitation was revoked"));
    }
}
