package roster.population;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** Replaces the clock by which the event store records events, until it is closed: each event is a step later than the one before. */
final class StoreClock implements AutoCloseable {
    private static final String COLUMN = "alter table event_store.event alter recorded_at set default ";
    private static final long MICROS = 1_000;

    private final Connection owner;

    /** @param owner may alter the event store */
    StoreClock(Connection owner, Instant beginning, Duration step) throws SQLException {
        this.owner = owner;
        run("create sequence event_store.population_clock start " + beginning.toEpochMilli() * MICROS + " increment "
                + step.toMillis() * MICROS);
        run("grant usage on event_store.population_clock to roster_command");
        run(COLUMN + "timestamptz 'epoch' + nextval('event_store.population_clock') * interval '1 microsecond'");
    }

    @Override
    public void close() throws SQLException {
        run(COLUMN + "clock_timestamp()");
        run("drop sequence event_store.population_clock");
    }

    private void run(String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
