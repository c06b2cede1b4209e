package roster.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import roster.contract.stored.RecordedEvent;

class EventAppenderTest {
    private final FreshStore store = FreshStore.create();
    private final EventAppender appender = new EventAppender(store.asCommandService(), FreshStore.keys());
    private final UUID member = UUID.randomUUID();

    @Test
    void what_is_appended_is_read_as_it_was_told() {
        var told = appender.append(List.of(FreshStore.newEvent(member, 0), FreshStore.newEvent(UUID.randomUUID(), 0),
                FreshStore.newEvent(member, 1)));

        assertThat(told).extracting(RecordedEvent::position).containsExactly(1L, 2L, 3L);
        assertThat(told.getFirst().recordedAt()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        assertThat(store.reader().read(0, 3, 10)).isEqualTo(told);
        assertThat(store.reader().readAggregate(member, 0)).containsExactly(told.get(0), told.get(2));
        assertThat(store.reader().readAggregate(member, 1)).containsExactly(told.get(2));
        assertThat(store.reader().head()).isEqualTo(3);
    }

    @Test
    void a_place_in_a_stream_is_given_once() {
        appender.append(List.of(FreshStore.newEvent(member, 0)));

        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> appender.append(List.of(FreshStore.newEvent(member, 1), FreshStore.newEvent(member, 0))));
        assertThat(store.reader().readAggregate(member, 0)).hasSize(1);
    }

    @Test
    void of_two_writers_at_one_place_the_second_waits_and_is_refused() throws SQLException {
        try (var a = store.writer(); var b = store.writer()) {
            a.append(List.of(FreshStore.newEvent(member, 0)));
            b.jdbc().sql("set local lock_timeout = '50ms'").update();

            assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> b.append(List.of(FreshStore.newEvent(member, 0))))
                    .withRootCauseInstanceOf(SQLException.class).withMessageContaining("lock timeout");
            b.rollBack();
            a.commit();
            assertThatExceptionOfType(DuplicateKeyException.class)
                    .isThrownBy(() -> b.append(List.of(FreshStore.newEvent(member, 0))));
        }
    }

    @Test
    void all_is_read_as_one_stream() {
        for (int i = 0; i < 3; i++) {
            appender.append(FreshStore.somethingHappens());
        }
        var dataSource = store.asCommandService();
        var reader = new EventReader(JdbcClient.create(dataSource), FreshStore.keys());

        var positions = new TransactionTemplate(new DataSourceTransactionManager(dataSource)).execute(_ -> {
            try (var events = reader.stream(2)) {
                return events.map(RecordedEvent::position).toList();
            }
        });

        assertThat(positions).containsExactly(1L, 2L);
    }
}
