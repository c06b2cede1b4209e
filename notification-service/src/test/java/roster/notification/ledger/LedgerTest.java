package roster.notification.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static roster.notification.SomeLetters.newLetter;
import static roster.notification.SomeLetters.ofMember;
import static roster.notification.ledger.Recipient.INVITEE;
import static roster.notification.ledger.Recipient.INVITER;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.assertj.core.groups.Tuple;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

import roster.contract.event.MailFailure;
import roster.local.PerJvm;
import roster.notification.SomeLetters;
import roster.notification.ledger.Occasion.Invited;

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
        jdbc.sql(
                "update notification.letter set status = 'failed', failure = 'gave_up', settled_at = now() where status in ('due', 'sending')")
                .update();
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
    void ten_thousand_letters_of_one_organization_do_not_delay_the_one_of_another() {
        var busy = UUID.randomUUID();
        owe(IntStream.range(0, 10_000).mapToObj(age -> of(busy, age)).toList());
        outbox.take(8, LEASE);
        var quiet = of(UUID.randomUUID(), 20_000);
        owe(List.of(quiet));

        assertThat(outbox.take(8, LEASE)).hasSize(8).extracting(LeasedLetter::letter).contains(quiet);
    }

    @Test
    void a_round_ends_where_the_next_begins_so_that_every_organization_is_served() {
        var organizations = Stream.generate(UUID::randomUUID).limit(30).toList();
        owe(organizations.stream().flatMap(it -> IntStream.range(0, 5).mapToObj(age -> of(it, age))).toList());

        var served = new HashSet<UUID>();
        for (int round = 0; round < 4; round++) {
            outbox.take(8, LEASE).forEach(it -> served.add(it.letter().invitation().organizationId()));
        }
        assertThat(served).hasSize(30);
    }

    @Test
    void letters_of_an_organization_leave_in_the_order_of_their_age() {
        var organization = UUID.randomUUID();
        var letters = new ArrayList<>(IntStream.range(0, 50).mapToObj(age -> of(organization, age)).toList());
        Collections.shuffle(letters, new Random(42));
        owe(letters);

        var left = new ArrayList<Instant>();
        for (var some = outbox.take(8, LEASE); !some.isEmpty(); some = outbox.take(8, LEASE)) {
            some.forEach(it -> left.add(it.letter().recordedAt()));
        }
        assertThat(left).hasSize(50).isSorted();
    }

    @Test
    void a_letter_that_comes_too_late_never_leaves_and_is_not_reported_as_failed() {
        var invitation = member(1).invitation();
        var letter = SomeLetters.letter(UUID.randomUUID(), INVITEE, SomeLetters.until(Instant.now().minusSeconds(1), invitation));
        owe(List.of(letter));

        assertThat(outbox.take(10, LEASE)).isEmpty();
        assertThat(rows(letter)).containsExactly(tuple("cancelled", "it was too late when it arrived"));
    }

    @Test
    void what_the_record_says_of_a_letter_is_believed_whichever_comes_first() {
        var before = SomeLetters.letter(UUID.randomUUID(), INVITEE, SomeLetters.another());
        var after = SomeLetters.letter(UUID.randomUUID(), INVITEE, SomeLetters.another());
        ledger.write(new Entries(List.of(), List.of(), List.of(told(before, MailFailure.REFUSED), told(before, null)), List.of()));
        owe(List.of(before, after));
        ledger.write(new Entries(List.of(), List.of(), List.of(told(after, MailFailure.UNKNOWN_ADDRESS)), List.of()));

        assertThat(outbox.take(10, LEASE)).isEmpty();
        assertThat(status(before)).isEqualTo("sent");
        assertThat(status(after)).isEqualTo("failed");
        assertThat(new Reports(jdbc).take(100, LEASE)).extracting(Report::id).doesNotContain(before.id(), after.id());
    }

    @Test
    void what_became_of_the_invitation_does_not_answer_a_request_for_a_new_one() {
        var invitation = SomeLetters.another();
        var invited = SomeLetters.letter(UUID.randomUUID(), INVITER, invitation);
        var request = SomeLetters.request(UUID.randomUUID(), SomeLetters.until(Instant.now().plusSeconds(60), invitation));
        ledger.write(new Entries(List.of(), List.of(), List.of(told(invited, null)), List.of()));
        owe(List.of(request));

        assertThat(outbox.take(10, LEASE)).extracting(LeasedLetter::letter).extracting(Letter::id).containsExactly(request.id());
    }

    @Test
    void nothing_leaves_before_a_new_ledger_has_read_what_was_there_before_it() {
        var reading = new Reading(jdbc);
        var letter = newLetter(INVITEE);
        assertThat(reading.begin(Map.of(1, 3L, 2, 0L), Map.of(1, 10L, 2, 0L))).containsExactly(entry(1, 3L));
        owe(List.of(letter));

        assertThat(outbox.take(1, LEASE)).isEmpty();
        assertThat(reading.advance(1, 7)).isTrue();
        assertThat(reading.begin(Map.of(1, 3L, 2, 0L), Map.of(1, 90L, 2, 90L))).containsExactly(entry(1, 7L));
        assertThat(outbox.take(1, LEASE)).isEmpty();
        assertThat(reading.advance(1, 10)).isFalse();
        assertThat(outbox.take(1, LEASE)).extracting(LeasedLetter::letter).containsExactly(letter);
    }

    @Test
    void what_the_topic_has_forgotten_meanwhile_is_not_waited_for() {
        var reading = new Reading(jdbc);
        reading.begin(Map.of(7, 0L), Map.of(7, 10L));

        assertThat(reading.begin(Map.of(7, 10L), Map.of(7, 10L))).isEmpty();
    }

    @Test
    void a_letter_whose_invitation_has_ended_since_it_was_taken_is_owed_no_more() {
        var letter = member(1);
        owe(List.of(letter));
        var leased = outbox.take(1, LEASE).getFirst();
        assertThat(outbox.isStillOwed(leased)).isTrue();
        ledger.write(new Entries(List.of(), List.of(ending(again(letter), "the invitation was revoked"))));

        assertThat(outbox.isStillOwed(leased)).isFalse();
        assertThat(rows(letter)).containsExactly(tuple("cancelled", "the invitation was revoked"));
    }

    @Test
    void a_letter_that_somebody_else_has_meanwhile_is_theirs() {
        owe(List.of(newLetter(INVITEE)));
        var late = outbox.take(1, OVER_AT_ONCE).getFirst();
        var next = outbox.take(1, LEASE).getFirst();

        assertThat(outbox.isStillOwed(late)).isFalse();
        assertThat(outbox.isStillOwed(next)).isTrue();
    }

    @Test
    void the_ledger_is_not_to_be_deleted_from() {
        assertThat(jdbc.sql("select has_table_privilege('notification.letter', 'delete')").query(Boolean.class).single()).isFalse();
    }

    private void owe(List<Letter> letters) {
        ledger.write(new Entries(letters, List.of()));
    }

    private static Letter of(UUID organization, int age) {
        return new Letter(new LetterId(UUID.randomUUID(), INVITEE), 0, SomeLetters.RECORDED.plusSeconds(age), new Invited(),
                SomeLetters.of(organization, SomeLetters.another()));
    }

    private static Told told(Letter letter, @Nullable MailFailure failure) {
        return new Told(letter.invitation().invitationId(), letter.invitation().issue(), letter.id().recipient(), failure, null);
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
