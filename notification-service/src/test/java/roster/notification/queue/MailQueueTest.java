package roster.notification.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static roster.contract.mail.MailRecipient.INVITEE;
import static roster.contract.mail.MailRecipient.INVITER;
import static roster.notification.SomeEmails.newEmail;
import static roster.notification.SomeEmails.ofMember;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import roster.notification.SomeEmails;

/** Entries of the mail queue. */
class MailQueueTest {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration OVER_AT_ONCE = Duration.ZERO;

    private final SomeMailQueue books = new SomeMailQueue();

    @Test
    void an_email_comes_out_as_it_went_in() {
        var emails = List.of(newEmail(INVITEE), newEmail(INVITER),
                SomeEmails.request(UUID.randomUUID(), ofMember(UUID.randomUUID(), 1)));
        books.owe(emails);

        assertThat(books.outbox.take(10, LEASE)).extracting(LeasedEmail::email).usingRecursiveComparison().ignoringCollectionOrder()
                .isEqualTo(emails);
    }

    @Test
    void an_event_that_comes_again_owes_nothing_more() {
        var email = newEmail(INVITEE);
        books.owe(List.of(email, email));
        books.owe(List.of(email));
        assertThat(books.outbox.take(10, LEASE)).hasSize(1);

        books.owe(List.of(email));
        assertThat(books.outbox.take(10, LEASE)).isEmpty();
    }

    @Test
    void an_email_that_has_left_is_not_taken_again() {
        books.owe(List.of(newEmail(INVITEE)));
        var leased = books.outbox.take(1, OVER_AT_ONCE).getFirst();
        books.record(DeliveryResult.sent(leased));

        books.owe(List.of(leased.email()));
        assertThat(books.outbox.take(10, LEASE)).isEmpty();
        assertThat(books.status(leased.email())).isEqualTo("sent");
    }

    @Test
    void an_email_that_comes_too_late_never_leaves_and_is_not_reported_as_failed() {
        var invitation = SomeMailQueue.member(1).invitation();
        var email = SomeEmails.email(UUID.randomUUID(), INVITEE, SomeEmails.until(Instant.now().minusSeconds(1), invitation));
        books.owe(List.of(email));

        assertThat(books.outbox.take(10, LEASE)).isEmpty();
        assertThat(books.rows(email)).containsExactly(tuple("cancelled", "it was too late when it arrived"));
    }

    @Test
    void the_queue_is_not_to_be_deleted_from() {
        assertThat(books.jdbc.sql("select has_table_privilege('notification.letter', 'delete')").query(Boolean.class).single()).isFalse();
    }
}
