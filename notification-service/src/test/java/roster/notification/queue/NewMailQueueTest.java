package roster.notification.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static roster.contract.mail.MailRecipient.INVITEE;
import static roster.contract.mail.MailRecipient.INVITER;
import static roster.notification.SomeEmails.newEmail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import roster.contract.mail.MailFailure;
import roster.notification.SomeEmails;
import roster.notification.entry.Email;
import roster.notification.entry.Entries;
import roster.notification.entry.Told;

/** A new queue, which first reads all existing records. */
class NewMailQueueTest {
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final SomeMailQueue books = new SomeMailQueue();

    @Test
    void what_the_record_says_of_an_email_is_believed_whichever_comes_first() {
        var before = SomeEmails.email(UUID.randomUUID(), INVITEE, SomeEmails.another());
        var after = SomeEmails.email(UUID.randomUUID(), INVITEE, SomeEmails.another());
        books.queue.write(new Entries(List.of(), List.of(), List.of(told(before, MailFailure.REFUSED), told(before, null)), List.of()));
        books.owe(List.of(before, after));
        books.queue.write(new Entries(List.of(), List.of(), List.of(told(after, MailFailure.UNKNOWN_ADDRESS)), List.of()));

        assertThat(books.outbox.take(10, LEASE)).isEmpty();
        assertThat(books.status(before)).isEqualTo("sent");
        assertThat(books.status(after)).isEqualTo("failed");
        assertThat(new Reports(books.jdbc).take(100, LEASE)).extracting(Report::id).doesNotContain(before.id(), after.id());
    }

    @Test
    void what_became_of_the_invitation_does_not_answer_a_request_for_a_new_one() {
        var invitation = SomeEmails.another();
        var invited = SomeEmails.email(UUID.randomUUID(), INVITER, invitation);
        var request = SomeEmails.request(UUID.randomUUID(), SomeEmails.until(Instant.now().plusSeconds(60), invitation));
        books.queue.write(new Entries(List.of(), List.of(), List.of(told(invited, null)), List.of()));
        books.owe(List.of(request));

        assertThat(books.outbox.take(10, LEASE)).extracting(LeasedEmail::email).extracting(Email::id).containsExactly(request.id());
    }

    @Test
    void nothing_leaves_before_a_new_queue_has_read_what_was_there_before_it() {
        var reading = new Reading(books.jdbc);
        var email = newEmail(INVITEE);
        assertThat(reading.begin(Map.of(1, 3L, 2, 0L), Map.of(1, 10L, 2, 0L))).containsExactly(entry(1, 3L));
        books.owe(List.of(email));

        assertThat(books.outbox.take(1, LEASE)).isEmpty();
        assertThat(reading.advance(1, 7)).isTrue();
        assertThat(reading.begin(Map.of(1, 3L, 2, 0L), Map.of(1, 90L, 2, 90L))).containsExactly(entry(1, 7L));
        assertThat(books.outbox.take(1, LEASE)).isEmpty();
        assertThat(reading.advance(1, 10)).isFalse();
        assertThat(books.outbox.take(1, LEASE)).extracting(LeasedEmail::email).containsExactly(email);
    }

    @Test
    void what_the_topic_has_forgotten_meanwhile_is_not_waited_for() {
        var reading = new Reading(books.jdbc);
        reading.begin(Map.of(7, 0L), Map.of(7, 10L));

        assertThat(reading.begin(Map.of(7, 10L), Map.of(7, 10L))).isEmpty();
    }

    private static Told told(Email email, @Nullable MailFailure failure) {
        return new Told(email.invitation().invitationId(), email.invitation().issue(), email.id().recipient(), failure, null);
    }
}
