package roster.command.publisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import roster.command.FreshDatabase;

class PublisherLeaseTest {
    static final String MASTER_KEYS = "t1:fJ3Xk0Yv8QdLr5sT1uWz7aBcDeGhIiMnOpRq2V4x6yE=";
    private static final JdbcClient jdbc = JdbcClient.create(migrated());

    private final PublisherLease one = new PublisherLease("publisher", jdbc);
    private final PublisherLease other = new PublisherLease("publisher", jdbc);

    /** Connections with the role of publishers. */
    static DriverManagerDataSource migrated() {
        var database = FreshDatabase.create();
        return new DriverManagerDataSource(database.jdbcUrl(), "roster_command", database.passwords().command());
    }

    @BeforeEach
    void startAnew() {
        jdbc.sql("update command.subscription set position = 0, owner = null, leased_until = '-infinity'").update();
    }

    @Test
    void one_at_a_time_has_it() {
        assertThat(position(one)).hasValue(0L);
        assertThat(other.take()).isEmpty();
        assertThat(position(one)).hasValue(0L);
    }

    @Test
    void who_has_it_moves_the_position() {
        one.take();
        one.advance(0, 7, List.of());

        assertThat(position(one)).hasValue(7L);
    }

    @Test
    void who_gives_it_back_makes_way_at_once() {
        one.take();
        one.advance(0, 7, List.of());

        one.giveBack();

        assertThat(position(other)).hasValue(7L);
    }

    @Test
    void who_does_not_have_it_cannot_give_it_back() {
        one.take();

        other.giveBack();

        assertThat(other.take()).isEmpty();
    }

    @Test
    void who_stands_still_loses_it_and_can_no_longer_move_the_position() {
        one.take();
        one.advance(0, 7, List.of());

        await().until(() -> position(other).equals(Optional.of(7L)));
        other.advance(7, 9, List.of());
        one.advance(7, 8, List.of());

        assertThat(one.take()).isEmpty();
        assertThat(position(other)).hasValue(9L);
    }

    /** A publisher hangs, another one takes over, and hangs as well. */
    @Test
    void who_gets_it_again_goes_on_where_the_other_was() {
        one.take();
        expire();
        other.take();
        other.advance(0, 9, List.of());
        expire();

        one.advance(0, 5, List.of());

        assertThat(position(one)).hasValue(9L);
    }

    @Test
    void who_holds_it_knows_the_position_without_asking_again() {
        one.take();
        jdbc.sql("update command.subscription set republish_after = 3").update();

        one.advance(0, 7, List.of(5L));

        assertThat(one.hold()).hasValueSatisfying(it -> {
            assertThat(it.position()).isEqualTo(7);
            assertThat(it.acknowledged()).containsExactly(5L);
            assertThat(it.republishAfter()).isNull();
        });
        await().until(() -> Long.valueOf(3).equals(one.hold().orElseThrow().republishAfter()));
    }

    @Test
    void who_has_lost_it_notices_when_the_position_is_to_be_moved() {
        one.take();
        expire();
        other.take();

        one.advance(0, 5, List.of());

        assertThat(one.hold()).isEmpty();
    }

    @Test
    void who_has_given_it_back_holds_it_no_more() {
        one.take();
        one.giveBack();
        other.take();

        assertThat(one.hold()).isEmpty();
    }

    private static Optional<Long> position(PublisherLease lease) {
        return lease.take().map(PublisherPosition::position);
    }

    private static void expire() {
        jdbc.sql("update command.subscription set leased_until = clock_timestamp()").update();
    }
}
