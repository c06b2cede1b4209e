package roster.query.consistency;

import java.time.Duration;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import roster.eventstore.Epochs;
import roster.eventstore.EventReader;
import roster.eventstore.sealing.DataKeys;
import roster.query.generation.LivePosition;
import roster.query.generation.LiveViews;
import roster.query.problem.QueryRejected;

/** Waits until the views have reached a position. */
@Component
final class Freshness {
    private final LiveViews views;
    private final LivePosition position;
    private final EventReader events;
    private final Epochs epochs;

    Freshness(LiveViews views, LivePosition position, JdbcClient jdbc, DataKeys keys) {
        this.views = views;
        this.position = position;
        this.events = new EventReader(jdbc, keys);
        this.epochs = new Epochs(jdbc);
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
