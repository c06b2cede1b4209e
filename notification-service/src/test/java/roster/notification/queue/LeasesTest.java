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

        books.outbox.deferred(dead, "too late to say so", Duration.ZERO);
        assertThat(books.outbox.take(1, LEASE)).isEmpty();
    }

    @Test
    void an_email_that_was_put_back_has_lost_no_attempt() {
        books.owe(List.of(newEmail(INVITEE)));
        books.outbox.putBack(books.outbox.take(1, LEASE).getFirst(), "no relay");

        assertThat(books.outbox.take(1, LEASE)).extracting(LeasedEmail::attempt).containsExactly(1);
    }

    @Test
    void an_email_that_another_worker_has_leased_meanwhile_stays_leased_to_it() {
        books.owe(List.of(newEmail(INVITEE)));
        var late = books.outbox.take(1, OVER_AT_ONCE).getFirst();
        var next = books.outbox.take(1, LEASE).getFirst();

        assertThat(books.outbox.isStillOwed(late)).isFalse();
        assertThat(books.outbox.isStillOwed(next)).isTrue();
    }
}
