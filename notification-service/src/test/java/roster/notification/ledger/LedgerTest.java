package roster.notification.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static roster.notification.SomeLetters.newLetter;
import static roster.notification.SomeLetters.ofMember;
import static roster.notification.ledger.Recipient.INVITEE;
import static roster.notification.ledger.Recipient.INVITER;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.assertj.core.groups.Tuple;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

import roster.local.PerJvm;
import roster.notification.SomeLetters;

class LedgerTest {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration OVER_AT_ONCE = Duration.ZERO;

    private static DriverManagerDataSource dataSource = new DriverManagerDataSource();

    private final JdbcClient jdbc = JdbcClient.create(dataSource);
    private final LetterMetrics metrics = new LetterMetrics(new SimpleMeterRegistry(), new BacklogReading(jdbc, Clock.systemUTC()),
            Clock.systemUTC());
    private final Ledger ledger = new Ledger(jdbc, new TransactionTemplate(new DataSourceTransactionManager(dataSource)),
            new LetterSignal(), metrics);
    private final Outbox outbox = new Outbox(jdbc, metrics);

    @BeforeAll
    static void migrate() {
        var database = PerJvm.postgres().freshDatabase();
        Flyway.configure().dataSource(database.jdbcUrl(), "roster_owner", database.passwords().owner())
                .schemas("notification").locations("classpath:db/notification").load().migrate();
        dataSource = new DriverManagerDataSource(database.jdbcUrl(), "roster_notification", database.passwords().notification());
    }

    @BeforeEach
    void forgetOtherTests() {
        jdbc.sql("update notification.letter set status = 'failed', settled_at = now() where status in ('due', 'sending')").update();
    }

    @Test
    void a_letter_comes_out_as_it_went_in() {
        var letters = List.of(newLetter(INVITEE), newLetter(INVITER),
                SomeLetters.request(UUID.randomUUID(), ofMember(UUID.randomUUID(), 1)));
        owe(letters);

        assertThat(outbox.take(10, LEASE)).extracting(LeasedLetter::letter).usingRecursiveComparison().ignoringCollectionOrder()
                .isEqualTo(letters);
    }

    @Test
    void an_event_that_comes_again_owes_nothing_more() {
        var letter = newLetter(INVITEE);
        owe(List.of(letter, letter));
        owe(List.of(letter));
        assertThat(outbox.take(10, LEASE)).hasSize(1);

        owe(List.of(letter));
        assertThat(outbox.take(10, LEASE)).isEmpty();
    }

    @Test
    void a_letter_that_has_left_is_not_taken_again() {
        owe(List.of(newLetter(INVITEE)));
        var leased = outbox.take(1, OVER_AT_ONCE).getFirst();
        outbox.sent(leased);

        owe(List.of(leased.letter()));
        assertThat(outbox.take(10, LEASE)).isEmpty();
        assertThat(status(leased.letter())).isEqualTo("sent");
    }

    @Test
    void a_newer_letter_replaces_one_that_has_not_left() {
        var first = member(1);
        var second = again(first);
        owe(List.of(first));
        ledger.write(new Entries(List.of(second), List.of(ending(second, "a newer letter replaces it"))));

        assertThat(outbox.take(10, LEASE)).extracting(LeasedLetter::letter).containsExactly(second);
        assertThat(rows(first)).containsExactly(tuple("cancelled", "a newer letter replaces it"));
    }

    @Test
    void an_old_event_that_comes_after_the_end_owes_nothing() {
        var letter = member(1);
        var end = new Ending(letter.invitation().memberId(), 1, "the invitation was revoked");
        ledger.write(new Entries(List.of(), List.of(end)));
        owe(List.of(letter));

        assertThat(outbox.take(10, LEASE)).isEmpty();
        assertThat(rows(letter)).containsExactly(tuple("cancelled", "the invitation was revoked"));
    }

    @Test
    void the_beginning_and_the_end_in_one_batch_owe_nothing() {
        var letter = member(1);
        ledger.write(new Entries(List.of(letter), List.of(ending(again(letter), "the invitation was accepted"),
                new Ending(letter.invitation().memberId(), 2, "the member was deleted"))));

        assertThat(outbox.take(10, LEASE)).isEmpty();
        assertThat(rows(letter)).containsExactly(tuple("cancelled", "the member was deleted"));
    }

    @Test
    void an_older_ending_does_not_replace_a_newer_one() {
        var letter = member(1);
        var later = again(letter);
        ledger.write(new Entries(List.of(later), List.of(ending(later, "a newer letter replaces it"))));
        ledger.write(new Entries(List.of(), List.of(new Ending(letter.invitation().memberId(), 0, "too old to matter"))));
        owe(List.of(letter));

        assertThat(outbox.take(10, LEASE)).extracting(LeasedLetter::letter).containsExactly(later);
    }

    @Test
    void a_letter_whose_invitation_ended_while_it_was_being_tried_is_cancelled() {
        var letter = member(1);
        owe(List.of(letter));
        var leased = outbox.take(1, LEASE).getFirst();
        ledger.write(new Entries(List.of(), List.of(ending(again(letter), "the invitation was declined"))));
        outbox.deferred(leased, "450 busy", Duration.ZERO);

        assertThat(outbox.take(10, LEASE)).isEmpty();
        assertThat(rows(letter)).containsExactly(tuple("cancelled", "the invitation was declined"));
    }

    @Test
    void what_one_worker_has_nobody_else_gets() throws Exception {
        var letters = new ArrayList<Letter>();
        for (int i = 0; i < 200; i++) {
            letters.add(newLetter(INVITEE));
        }
        owe(letters);

        Callable<List<LetterId>> worker = () -> {
            var taken = new ArrayList<LetterId>();
            for (var some = outbox.take(7, LEASE); !some.isEmpty(); some = outbox.take(7, LEASE)) {
                some.forEach(it -> taken.add(it.id()));
            }
            return taken;
        };
        var taken = new ArrayList<LetterId>();
        try (var workers = Executors.newFixedThreadPool(4)) {
            for (var done : workers.invokeAll(Collections.nCopies(4, worker))) {
                taken.addAll(done.get());
            }
        }
        assertThat(taken).containsExactlyInAnyOrderElementsOf(letters.stream().map(Letter::id).toList());
    }

    @Test
    void a_lease_that_is_over_is_taken_up_by_the_next() {
        owe(List.of(newLetter(INVITEE)));
        var dead = outbox.take(1, OVER_AT_ONCE).getFirst();
        var next = outbox.take(1, LEASE).getFirst();

        assertThat(next.letter()).isEqualTo(dead.letter());
        assertThat(next.attempt()).isEqualTo(2);

        outbox.deferred(dead, "too late to say so", Duration.ZERO);
        assertThat(outbox.take(1, LEASE)).isEmpty();
    }

    @Test
    void a_letter_that_was_put_back_has_lost_no_attempt() {
        owe(List.of(newLetter(INVITEE)));
        outbox.putBack(outbox.take(1, LEASE).getFirst(), "no relay");

        assertThat(outbox.take(1, LEASE)).extracting(LeasedLetter::attempt).containsExactly(1);
    }

    @Test
    void the_ledger_is_not_to_be_deleted_from() {
        assertThat(jdbc.sql("select has_table_privilege('notification.letter', 'delete')").query(Boolean.class).single()).isFalse();
    }

    private void owe(List<Letter> letters) {
        ledger.write(new Entries(letters, List.of()));
    }

    private static Letter member(int issue) {
        return SomeLetters.letter(UUID.randomUUID(), INVITEE, ofMember(UUID.randomUUID(), issue));
    }

    private static Letter again(Letter letter) {
        return SomeLetters.letter(UUID.randomUUID(), INVITEE, SomeLetters.again(letter.invitation()));
    }

    private static Ending ending(Letter at, String reason) {
        return new Ending(at.invitation().memberId(), at.sequence(), reason);
    }

    private String status(Letter letter) {
        return jdbc.sql("select status from notification.letter where event_id = ?").param(letter.id().eventId())
                .query(String.class).single();
    }

    private List<Tuple> rows(Letter letter) {
        return jdbc.sql("select status, reason from notification.letter where event_id = ?").param(letter.id().eventId())
                .query((row, _) -> tuple(row.getString(1), row.getString(2))).list();
    }
}
