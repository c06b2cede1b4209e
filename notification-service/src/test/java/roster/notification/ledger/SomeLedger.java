package roster.notification.ledger;

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

import roster.notification.SomeLetters;
import roster.notification.Surroundings;
import roster.notification.entry.Ending;
import roster.notification.entry.Entries;
import roster.notification.entry.Letter;

/** An empty mail queue. */
final class SomeLedger {
    private static final DriverManagerDataSource DATABASE = migrated();

    final JdbcClient jdbc = JdbcClient.create(DATABASE);
    private final LetterMetrics metrics = new LetterMetrics(new SimpleMeterRegistry(), new BacklogReading(jdbc),
            Clock.systemUTC());
    final Ledger ledger = new Ledger(jdbc, new TransactionTemplate(new DataSourceTransactionManager(DATABASE)), new LetterSignal(),
            metrics);
    final Outbox outbox = new Outbox(jdbc, metrics);

    SomeLedger() {
        jdbc.sql("update notification.letter set status = 'failed', failure = 'gave_up', settled_at = now()"
                + " where status in ('due', 'sending')").update();
    }

    private static DriverManagerDataSource migrated() {
        var database = Surroundings.freshLedger();
        return new DriverManagerDataSource(database.jdbcUrl(), "roster_notification", database.passwords().notification());
    }

    void owe(List<Letter> letters) {
        ledger.write(new Entries(letters, List.of()));
    }

    String status(Letter letter) {
        return jdbc.sql("select status from notification.letter where event_id = ?").param(letter.id().eventId())
                .query(String.class).single();
    }

    List<Tuple> rows(Letter letter) {
        return jdbc.sql("select status, reason from notification.letter where event_id = ?").param(letter.id().eventId())
                .query((row, _) -> tuple(row.getString(1), row.getString(2))).list();
    }

    /** An e-mail to a new member. */
    static Letter member(int issue) {
        return SomeLetters.letter(UUID.randomUUID(), INVITEE, SomeLetters.ofMember(UUID.randomUUID(), issue));
    }

    /** The next e-mail of the same invitation. */
    static Letter again(Letter letter) {
        return SomeLetters.letter(UUID.randomUUID(), INVITEE, SomeLetters.again(letter.invitation()));
    }

    static Ending ending(Letter at, String reason) {
        return new Ending(at.invitation().memberId(), at.sequence(), reason);
    }
}
