package roster.notification.queue;

import static org.assertj.core.api.Assertions.tuple;
import static roster.contract.mail.MailRecipient.INVITEE;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.assertj.core.groups.Tuple;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

import roster.notification.SomeEmails;
import roster.notification.Surroundings;
import roster.notification.entry.Email;
import roster.notification.entry.Ending;
import roster.notification.entry.Entries;

/** An empty mail queue. */
final class SomeMailQueue {
    private static final DriverManagerDataSource DATABASE = migrated();

    final JdbcClient jdbc = JdbcClient.create(DATABASE);
    private final EmailMetrics metrics = new EmailMetrics(new SimpleMeterRegistry(), new BacklogReading(jdbc),
            Clock.systemUTC());
    final MailQueue queue = new MailQueue(jdbc, new TransactionTemplate(new DataSourceTransactionManager(DATABASE)), new EmailSignal(),
            metrics);
    final Outbox outbox = new Outbox(jdbc, metrics);

    SomeMailQueue() {
        jdbc.sql("update notification.letter set status = 'failed', failure = 'gave_up', settled_at = now()"
                + " where status in ('due', 'sending')").update();
    }

    private static DriverManagerDataSource migrated() {
        var database = Surroundings.freshMailQueue();
        return new DriverManagerDataSource(database.jdbcUrl(), "roster_notification", database.passwords().notification());
    }

    void owe(List<Email> emails) {
        queue.write(new Entries(emails, List.of()));
    }

    void record(DeliveryResult result) {
        outbox.record(List.of(result));
    }

    boolean isStillOwed(LeasedEmail leased) {
        return !outbox.stillOwed(List.of(leased)).isEmpty();
    }

    String status(Email email) {
        return jdbc.sql("select status from notification.letter where event_id = ?").param(email.id().eventId())
                .query(String.class).single();
    }

    List<Tuple> rows(Email email) {
        return jdbc.sql("select status, reason from notification.letter where event_id = ?").param(email.id().eventId())
                .query((row, _) -> tuple(row.getString(1), row.getString(2))).list();
    }

    /** An e-mail to a new member. */
    static Email member(int issue) {
        return SomeEmails.email(UUID.randomUUID(), INVITEE, SomeEmails.ofMember(UUID.randomUUID(), issue));
    }

    /** The next e-mail of the same invitation. */
    static Email again(Email email) {
        return SomeEmails.email(UUID.randomUUID(), INVITEE, SomeEmails.again(email.invitation()));
    }

    static Ending ending(Email at, String reason) {
        return new Ending(at.invitation().memberId(), at.sequence(), reason);
    }
}
