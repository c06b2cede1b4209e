package roster.query.consistency;

import java.time.Duration;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

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

    Freshness(LiveViews views, LivePosition position, JdbcClient jdbc, DataKeys keys) {
        this.views = views;
        this.position = position;
        this.events = new EventReader(jdbc, keys);
    }

    LiveViews views() {
        return views;
    }

    boolean await(long required, Duration patience) {
        if (position.await(required, Duration.ZERO)) {
            return true;
        }
        if (position.current() >= 0) {
            requireHandedOut(required);
        }
        return position.await(required, patience);
    }

    private void requireHandedOut(long required) {
        if (required > views.admitted(() -> events.highWaterMark().lastPosition())) {
            throw QueryRejected.header(ConsistencyToken.HEADER, "is beyond everything that has been recorded");
        }
    }
}
