package roster.query.consistency;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import roster.eventstore.Epochs;
import roster.eventstore.EventReader;
import roster.eventstore.sealing.DataKeys;
import roster.query.generation.LivePosition;
import roster.query.generation.LiveViews;
import roster.query.moment.Moment;
import roster.query.problem.QueryRejected;

/** Waits until the views have reached a position. */
@Component
final class Freshness {
    /** Longer than any append takes (see the timeouts of its role). */
    private static final Duration SETTLED = Duration.ofMinutes(5);

    private final LiveViews views;
    private final LivePosition position;
    private final EventReader events;
    private final Epochs epochs;
    private final JdbcClient jdbc;

    Freshness(LiveViews views, LivePosition position, JdbcClient jdbc, DataKeys keys) {
        this.views = views;
        this.position = position;
        this.events = new EventReader(jdbc, keys);
        this.epochs = new Epochs(jdbc);
        this.jdbc = jdbc;
    }

    LiveViews views() {
        return views;
    }

    boolean await(long required, Duration patience) {
        boolean reached = position.await(required, Duration.ZERO);
        if (!reached && position.current() >= 0) {
            requireHandedOut(required);
        }
        if (!reached && !position.await(required, patience)) {
            return false;
        }
        requireNotLost(required);
        return true;
    }

    /**
     * The position that views must have reached to include every event up to a moment. Asks the store only about moments within the last
     * minutes, in which an append may still have been in flight, and about positions that the views have not reached.
     */
    long required(Moment moment, String parameter) {
        var instant = moment.instant();
        if (instant != null) {
            return instant.isBefore(Instant.now().minus(SETTLED)) ? 0 : views.admitted(() -> lastPositionOf(instant, parameter));
        }
        long wanted = moment.position();
        if (wanted > position.current() && wanted > views.admitted(() -> events.highWaterMark().lastPosition())) {
            throw QueryRejected.parameter(parameter, "is beyond everything that has been recorded");
        }
        return wanted;
    }

    /** Reads the clock before the position: all events with a time before it have a lower position. */
    private long lastPositionOf(Instant instant, String parameter) {
        var now = jdbc.sql("select clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
        if (instant.isAfter(now)) {
            throw QueryRejected.parameter(parameter, "is in the future");
        }
        return events.highWaterMark().lastPosition();
    }

    /** Asks the store only about positions before its last restore. */
    private void requireNotLost(long required) {
        if (Epochs.of(required) < Epochs.of(position.current()) && views.admitted(() -> epochs.isLost(required))) {
            throw QueryRejected.header(ConsistencyToken.HEADER, "is of a time that was lost when the event store was restored");
        }
    }

    private void requireHandedOut(long required) {
        if (required > views.admitted(() -> events.highWaterMark().lastPosition())) {
            throw QueryRejected.header(ConsistencyToken.HEADER, "is beyond everything that has been recorded");
        }
    }
}
