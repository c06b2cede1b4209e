package roster.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

class EpochsTest {
    private static final int LAST = 4_079;

    private final FreshStore store = FreshStore.create();
    private final EventReader reader = store.reader();
    private final Epochs epochs = new Epochs(JdbcClient.create(store.asCommandService()));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 15, 16, 17, 256, LAST})
    void an_event_of_any_epoch_is_after_all_before_and_its_append_is_waited_for(int epoch) throws SQLException {
        try (var a = store.writer(); var b = store.writer()) {
            var before = a.append();
            a.commit();
            assertThat(epochs.begin(epoch)).isEqualTo(epoch);

            var late = a.append();
            var ahead = b.append();
            b.commit();
            assertThat(Epochs.of(late)).isEqualTo(epoch);
            assertThat(reader.highWaterMark().position()).isBetween(before, late - 1);
            assertThat(Epochs.of(reader.highWaterMark().position())).isEqualTo(epoch);

            a.commit();
            assertThat(reader.highWaterMark()).isEqualTo(new HighWaterMark(ahead, ahead));
            assertThat(reader.read(before, ahead, 9)).extracting(it -> it.position()).containsExactly(late, ahead);
        }
    }

    /** The keys of appends have 48 bits, of which the first epoch leaves out 2^40. */
    @Test
    void there_is_no_epoch_whose_positions_do_not_fit_into_the_keys_of_appends() throws SQLException {
        epochs.begin(LAST);
        store.client("roster_owner", store.database().passwords().owner())
                .sql("select setval('event_store.event_position', (? + 1::bigint) * (1::bigint << 36) - 2)").param(LAST).query(Long.class)
                .single();
        try (var a = store.writer()) {
            var last = a.append();
            assertThat(Epochs.of(last)).isEqualTo(LAST);
            assertThat(reader.highWaterMark()).isEqualTo(new HighWaterMark(last - 1, last));
        }
        assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> epochs.begin(0));
    }

    /** The keys of the first append of an epoch are held exclusively by others, so it takes a lower one. */
    @Test
    void a_lower_key_at_the_beginning_of_an_epoch_is_of_the_same_epoch() throws SQLException {
        epochs.begin(1);
        try (var stranger = store.as("roster_notification").getConnection();
                var statement = stranger.createStatement();
                var a = store.writer()) {
            statement.execute("select pg_advisory_lock((7::bigint << 48) | ((1::bigint << 40) + last - back)) from"
                    + " generate_series(0, 9) back, (select (1::bigint << 36) + 1024 last)");
            var first = a.append();

            assertThat(reader.highWaterMark()).isEqualTo(new HighWaterMark(first - 11, first));
            assertThat(Epochs.of(first - 11)).isEqualTo(1);
        }
    }

    @Test
    void positions_after_the_last_one_that_the_store_has_are_lost_and_no_others() throws SQLException {
        try (var a = store.writer()) {
            var kept = a.append();
            a.commit();
            var lost = a.append();
            a.rollBack();
            epochs.begin(0);
            var next = a.append();
            a.commit();
            epochs.begin(5);

            assertThat(epochs.current()).isEqualTo(5);
            assertThat(epochs.isLost(kept)).isFalse();
            assertThat(epochs.isLost(lost)).isTrue();
            assertThat(epochs.isLost(next)).isFalse();
            assertThat(epochs.isLost(next + 1)).isTrue();
            assertThat(epochs.isLost((3L << 36) + 7)).isTrue();
            assertThat(epochs.isLost((5L << 36) + 2_000)).isFalse();
        }
    }
}
