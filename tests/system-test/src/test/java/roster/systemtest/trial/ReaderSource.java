package roster.systemtest.trial;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import roster.systemtest.readers.Source;
import roster.systemtest.running.Http;
import roster.systemtest.trial.cluster.DoubledRoster;
import roster.systemtest.trial.cluster.Instance;
import roster.systemtest.trial.cluster.ServiceKind;

/** Lets readers read from one process of query-service and then the other. */
final class ReaderSource implements Source {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DoubledRoster roster;
    private final AtomicInteger turn = new AtomicInteger();

    ReaderSource(DoubledRoster roster) {
        this.roster = roster;
    }

    private Instance next() {
        return roster.instances(ServiceKind.QUERY_SERVICE).get(Math.floorMod(turn.getAndIncrement(), 2));
    }

    @Override
    public Http queries() {
        return roster.operator(next()).within(PATIENCE);
    }

    @Override
    public String address() {
        return next().address();
    }

    @Override
    public String operatorToken() {
        return roster.credentials().operatorToken();
    }

    @Override
    public String bootstrapServers() {
        return roster.kafka().bootstrapServers();
    }

    @Override
    public Connection database() throws SQLException {
        return roster.database();
    }
}
