package roster.query.consistency;

import java.time.Duration;
import java.util.function.Function;

import jakarta.servlet.http.HttpServletResponse;

import roster.query.generation.LiveViews;
import roster.query.problem.QueryRejected;
import roster.query.problem.QueryRejection.Unavailable;

/** Reads the views for one request at one position, which the response contains, and which includes the caller's consistency token. */
public final class ConsistentRead {
    private final Freshness freshness;
    private final long required;
    private final Duration patience;
    private final HttpServletResponse response;

    ConsistentRead(Freshness freshness, long required, Duration patience, HttpServletResponse response) {
        this.freshness = freshness;
        this.required = required;
        this.patience = patience;
        this.response = response;
    }

    /**
     * Runs {@code question} in one read of {@link LiveViews}, with the token of its position.
     *
     * @throws QueryRejected when the views do not reach the caller's token in time
     */
    public <T> T answer(Function<String, T> question) {
        if (!freshness.await(required, patience)) {
            throw behind();
        }
        return freshness.views().read(position -> {
            var token = ConsistencyToken.of(position);
            response.setHeader(ConsistencyToken.HEADER, token);
            // after a failover or restore, the database may be behind the position seen before
            if (position < required) {
                throw behind();
            }
            return question.apply(token);
        });
    }

    private static QueryRejected behind() {
        return new QueryRejected(new Unavailable("The views do not include the position of the token yet."));
    }
}
