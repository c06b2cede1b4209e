package roster.notification.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static roster.contract.mail.MailRecipient.INVITEE;
import static roster.notification.SomeEmails.newEmail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;

import roster.contract.mail.MailFailure;
import roster.notification.entry.Email;
import roster.notification.entry.EmailId;

/** Leases of e-mails. */
class LeasesTest {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration OVER_AT_ONCE = Duration.ZERO;

    private final SomeMailQueue books = new SomeMailQueue();

    @Test
    void a_leased_email_is_not_leased_to_another_worker() throws Exception {
        var emails = new ArrayList<Email>();
        for (int i = 0; i < 200; i++) {
            emails.add(newEmail(INVITEE));
        }
        books.owe(emails);

        Callable<List<EmailId>> worker = () -> {
            var taken = new ArrayList<EmailId>();
            for (var some = books.outbox.take(7, LEASE); !some.isEmpty(); some = books.outbox.take(7, LEASE)) {
                some.forEach(it -> taken.add(it.id()));
            }
            return taken;
        };
        var taken = new ArrayList<EmailId>();
        try (var workers = Executors.newFixedThreadPool(4)) {
            for (var done : workers.invokeAll(Collections.nCopies(4, worker))) {
                taken.addAll(done.get());
            }
        }
        assertThat(taken).containsExactlyInAnyOrderElementsOf(emails.stream().map(Email::id).toList());
    }

    @Test
    void a_lease_that_is_over_is_taken_up_by_the_next() {
        books.owe(List.of(newEmail(INVITEE)));
        var dead = books.outbox.take(1, OVER_AT_ONCE).getFirst();
        var next = books.outbox.take(1, LEASE).getFirst();

        assertThat(next.email()).isEqualTo(dead.email());
        assertThat(next.attempt()).isEqualTo(2);

        books.record(DeliveryResult.deferred(dead, "too late to say so", Duration.ZERO));
        assertThat(books.outbox.take(1, LEASE)).isEmpty();
    }

    @Test
    void an_email_that_was_put_back_has_lost_no_attempt() {
        books.owe(List.of(newEmail(INVITEE)));
        books.record(DeliveryResult.putBack(books.outbox.take(1, LEASE).getFirst(), "no relay"));

        assertThat(books.outbox.take(1, LEASE)).extracting(LeasedEmail::attempt).containsExactly(1);
    }

    @Test
    void an_email_that_another_worker_has_leased_meanwhile_stays_leased_to_it() {
        books.owe(List.of(newEmail(INVITEE)));
        var late = books.outbox.take(1, OVER_AT_ONCE).getFirst();
        var next = books.outbox.take(1, LEASE).getFirst();

        assertThat(books.isStillOwed(late)).isFalse();
        assertThat(books.isStillOwed(next)).isTrue();
    }

    @Test
    void an_email_that_was_sent_under_one_lease_and_failed_under_another_is_sent() {
        books.owe(List.of(newEmail(INVITEE)));
        var late = books.outbox.take(1, OVER_AT_ONCE).getFirst();
        var next = books.outbox.take(1, OVER_AT_ONCE).getFirst();

        books.outbox.record(List.of(DeliveryResult.deferred(next, "450 busy", Duration.ZERO), DeliveryResult.sent(late)));

        assertThat(books.status(late.email())).isEqualTo("sent");
    }

    @Test
    void results_of_many_emails_are_recorded_together_each_as_it_is() {
        books.owe(List.of(newEmail(INVITEE), newEmail(INVITEE), newEmail(INVITEE), newEmail(INVITEE)));
        var leased = books.outbox.take(4, LEASE);

        books.outbox.record(List.of(DeliveryResult.sent(leased.get(0)),
                DeliveryResult.failed(leased.get(1), MailFailure.UNKNOWN_ADDRESS, "550 5.1.1", "550 5.1.1 no such user"),
                DeliveryResult.deferred(leased.get(2), "450 busy", Duration.ofHours(1)), DeliveryResult.putBack(leased.get(3), null)));

        assertThat(leased).extracting(it -> books.status(it.email())).containsExactly("sent", "failed", "due", "due");
        assertThat(books.outbox.take(4, LEASE)).singleElement().satisfies(it -> {
            assertThat(it.email()).isEqualTo(leased.get(3).email());
            assertThat(it.attempt()).isEqualTo(1);
        });
    }
}
