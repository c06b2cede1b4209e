package roster.notification.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static roster.contract.mail.MailRecipient.INVITEE;
import static roster.contract.mail.MailRecipient.INVITER;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import roster.contract.mail.Language;
import roster.contract.mail.MailFailure;
import roster.contract.role.Role;
import roster.notification.SomeEmails;
import roster.notification.entry.Email;
import roster.notification.entry.Ending;
import roster.notification.entry.Entries;
import roster.notification.entry.Invitation;

/** Erased members in the mail queue. */
class ErasedTest {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private final SomeMailQueue books = new SomeMailQueue();
    private final UUID ada = UUID.randomUUID();
    private final UUID grace = UUID.randomUUID();
    private final Email invitee = SomeEmails.email(UUID.randomUUID(), INVITEE, new Invitation(grace, UUID.randomUUID(), 1,
            UUID.randomUUID(), "Acme", Language.ENGLISH, Role.DEVELOPER, SomeEmails.GRACE, ada, SomeEmails.ADA, SomeEmails.EXPIRES));
    private final Email inviter = SomeEmails.email(invitee.id().eventId(), INVITER, invitee.invitation());

    private void erase(UUID member) {
        books.queue.write(new Entries(List.of(), List.of(new Ending(member, 9, "the member was erased")), List.of(), List.of(member)));
    }

    private List<String> rows() {
        return books.jdbc.sql("select letter::text from notification.letter where member_id = ? order by recipient").param(grace)
                .query(String.class).list();
    }

    private List<String> column(String name) {
        return books.jdbc.sql("select " + name + " from notification.letter where member_id = ? order by recipient").param(grace)
                .query(String.class).list();
    }

    @Test
    void an_erased_invitee_is_named_nowhere_and_not_written_to() {
        books.owe(List.of(invitee, inviter));
        books.record(DeliveryResult.failed(
                books.outbox.take(10, LEASE).stream().filter(it -> it.id().recipient() == INVITEE).findFirst().orElseThrow(),
                MailFailure.UNKNOWN_ADDRESS, "550", "550 no grace@navy.example here"));
        assertThat(rows().toString()).contains("grace@navy.example");

        erase(grace);

        assertThat(rows().toString()).contains("ada@acme.example").doesNotContainIgnoringCase("grace");
        assertThat(books.outbox.take(10, LEASE)).isEmpty();
    }

    @Test
    void of_an_erased_inviter_no_email_tells_and_that_it_has_not_left_is_reported() {
        books.owe(List.of(invitee, inviter));

        erase(ada);

        assertThat(rows().toString()).contains("grace@navy.example").doesNotContainIgnoringCase("ada@", "lovelace");
        assertThat(books.outbox.take(10, LEASE)).isEmpty();
        assertThat(column("status")).containsExactly("failed", "cancelled");
        assertThat(column("failure")).containsExactly("inviter_erased", null);
    }

    @Test
    void an_old_event_that_comes_again_late_does_not_bring_them_back() {
        erase(grace);
        erase(ada);

        books.owe(List.of(invitee, inviter));

        assertThat(rows()).hasSize(2);
        assertThat(rows().toString()).doesNotContainIgnoringCase("grace").doesNotContainIgnoringCase("ada@");
        assertThat(books.outbox.take(10, LEASE)).isEmpty();
    }

    @Test
    void emails_that_have_left_stay_so() {
        books.owe(List.of(invitee, inviter));
        books.outbox.take(10, LEASE).forEach(it -> books.record(DeliveryResult.sent(it)));

        erase(grace);
        erase(ada);

        assertThat(column("status")).containsExactly("sent", "sent");
        assertThat(rows().toString()).doesNotContainIgnoringCase("grace").doesNotContainIgnoringCase("ada@");
    }
}
