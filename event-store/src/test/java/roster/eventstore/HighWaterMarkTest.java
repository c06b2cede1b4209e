package roster.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import roster.contract.stored.RecordedEvent;

/** Two writers, A and B, which commit in the order that each test states. */
class HighWaterMarkTest {
    private final FreshStore store = FreshStore.create();
    private final EventReader reader = store.reader();

    private List<Long> readable(long after) {
        return positions(reader.read(after, reader.highWaterMark().position(), 100));
    }

    private static List<Long> positions(List<RecordedEvent> events) {
        return events.stream().map(RecordedEvent::position).toList();
    }

    @Test
    void an_empty_store_has_nothing_to_read() {
        assertThat(reader.highWaterMark()).isEqualTo(new HighWaterMark(0, 0));
        assertThat(reader.head()).isZero();
        assertThat(readable(0)).isEmpty();
    }

    @Test
    void the_first_event_ever_is_waited_for() throws SQLException {
        try (var a = store.writer(); var b = store.writer()) {
            var first = a.append();
            var second = b.append();
            b.commit();

            assertThat(readable(0)).isEmpty();
            assertThat(reader.highWaterMark().isHeldBack()).isTrue();

            a.commit();
            assertThat(readable(0)).containsExactly(first, second);
            assertThat(reader.highWaterMark().isHeldBack()).isFalse();
        }
    }

    @Test
    void what_is_committed_late_is_waited_for() throws SQLException {
        try (var a = store.writer(); var b = store.writer()) {
            var early = b.append();
            b.commit();
            var late = a.append();
            var ahead = b.append();
            b.commit();

            assertThat(readable(0)).containsExactly(early);
            assertThat(readable(early)).isEmpty();

            a.commit();
            assertThat(readable(early)).containsExactly(late, ahead);
        }
    }

    /** Control of the test above: a reader that uses the newest visible position skips an event forever. */
    @Test
    void without_the_mark_what_is_committed_late_is_missed() throws SQLException {
        try (var a = store.writer(); var b = store.writer()) {
            var late = a.append();
            var ahead = b.append();
            b.commit();

            assertThat(positions(reader.read(0, reader.head(), 100))).containsExactly(ahead);
            a.commit();
            assertThat(positions(reader.read(ahead, reader.head(), 100))).isEmpty();

            assertThat(readable(0)).containsExactly(late, ahead);
        }
    }

    @Test
    void what_is_rolled_back_is_no_longer_waited_for() throws SQLException {
        try (var a = store.writer(); var b = store.writer()) {
            a.append();
            var ahead = b.append();
            b.commit();
            assertThat(readable(0)).isEmpty();

            a.rollBack();

            assertThat(readable(0)).containsExactly(ahead);
        }
    }

    @Test
    void a_transaction_that_appends_again_is_waited_for_from_its_first_append_on() throws SQLException {
        try (var a = store.writer(); var b = store.writer()) {
            var first = a.append();
            var between = b.append();
            b.commit();
            var second = a.append();

            assertThat(readable(0)).isEmpty();

            a.commit();
            assertThat(readable(0)).containsExactly(first, between, second);
        }
    }

    @Test
    void a_transaction_that_only_reads_does_not_hold_back_the_mark() throws SQLException {
        try (var a = store.writer(); var b = store.writer()) {
            a.jdbc().sql("select count(*) from event_store.event").query(Long.class).single();
            var appended = b.append();
            b.commit();

            assertThat(readable(0)).containsExactly(appended);
        }
    }

    @Test
    void another_database_does_not_hold_back_the_mark() throws SQLException {
        try (var elsewhere = FreshStore.create().writer(); var b = store.writer()) {
            elsewhere.append();
            var appended = b.append();
            b.commit();

            assertThat(readable(0)).containsExactly(appended);
        }
    }

    @Test
    void a_writer_whose_clock_is_61_seconds_behind_is_read_like_any_other() throws SQLException {
        var behind = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(-61));
        try (var a = store.writer(); var b = store.writer()) {
            var ahead = b.append(FreshStore.somethingHappens(Clock.systemUTC())).getFirst();
            b.commit();
            assertThat(readable(0)).containsExactly(ahead.position());

            var late = a.append(FreshStore.somethingHappens(behind)).getFirst();
            a.commit();

            assertThat(readable(ahead.position())).containsExactly(late.position());
            assertThat(late.recordedAt()).as("by the clock of the database").isAfterOrEqualTo(ahead.recordedAt());
            assertThat(after(ahead.eventId())).as("the control: who goes by the writers' clocks misses it").isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {
            "roster_notification ~ select pg_advisory_lock((7::bigint << 48) | (1::bigint << 40) + 1)",
            "roster_notification ~ select pg_advisory_lock_shared((7::bigint << 48) | (1::bigint << 40) + 1)",
            "roster_notification ~ begin; select pg_advisory_xact_lock((7::bigint << 48) | (1::bigint << 40) + 1)",
            "roster_query ~ select pg_advisory_lock((7::bigint << 48) | (1::bigint << 40))",
            "roster_keys ~ select pg_advisory_lock((7::bigint << 48) | (1::bigint << 40) + 1)"})
    void a_role_that_may_not_append_does_not_hold_back_the_mark(String role, String lock) throws SQLException {
        try (var stranger = store.as(role).getConnection(); var statement = stranger.createStatement(); var b = store.writer()) {
            statement.execute(lock);
            var first = b.append();
            b.commit();
            var second = b.append();
            b.commit();

            assertThat(readable(0)).containsExactly(first, second);
            assertThat(reader.highWaterMark().isHeldBack()).isFalse();
        }
    }

    /** PostgreSQL remembers the sessions that a transaction has seen. */
    @Test
    void a_writer_that_connects_after_the_first_look_of_a_transaction_is_waited_for() throws SQLException {
        try (var looking = store.asQueryService().getConnection(); var b = store.writer()) {
            looking.setAutoCommit(false);
            var within = new EventReader(JdbcClient.create(new SingleConnectionDataSource(looking, true)), FreshStore.keys());
            try (var holder = store.writer()) {
                holder.append();
                assertThat(within.highWaterMark().isHeldBack()).isTrue();
            }
            try (var a = store.writer()) {
                var late = a.append();
                b.append();
                b.commit();

                assertThat(within.highWaterMark().position()).isLessThan(late);
            }
        }
    }

    private List<Long> after(UUID eventId) throws SQLException {
        try (var writer = store.writer()) {
            return writer.jdbc().sql("select position from event_store.event where event_id > ?").param(eventId).query(Long.class).list();
        }
    }

    /** In production the role's timeout is 5 seconds; here it is half a second, for a faster test. */
    @Test
    void a_writer_that_freezes_before_its_commit_is_ended_and_readers_go_on() throws SQLException {
        try (var frozen = store.writer(); var b = store.writer()) {
            assertThat(frozen.jdbc().sql("show idle_in_transaction_session_timeout").query(String.class).single()).isEqualTo("5s");
            frozen.jdbc().sql("set idle_in_transaction_session_timeout = '500ms'").update();
            frozen.commit();
            frozen.append();
            var ahead = b.append();
            b.commit();
            assertThat(readable(0)).isEmpty();

            await().untilAsserted(() -> assertThat(readable(0)).containsExactly(ahead));
            assertThatThrownBy(frozen::commit).isInstanceOf(SQLException.class);
        }
    }
}
