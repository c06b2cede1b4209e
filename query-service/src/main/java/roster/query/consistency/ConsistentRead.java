package roster.query.consistency;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import roster.access.control.Caller;
import roster.access.control.Denied;
import roster.contract.event.Organization;
import roster.contract.role.Permission;
import roster.query.generation.LiveViews;
import roster.query.moment.Cut;
import roster.query.moment.Cuts;
import roster.query.moment.Moment;
import roster.query.problem.QueryRejected;
import roster.query.problem.QueryRejection.Unavailable;

/** Reads the views for one request at one position, which the response contains, and which includes the caller's consistency token. */
public final class ConsistentRead {
    private static final String PARAMETER = "asOf";
    private static final String HEADER = "As-Of";

    private final Freshness freshness;
    private final Cuts cuts;
    private final long required;
    private final Duration patience;
    private final HttpServletResponse response;

    ConsistentRead(Freshness freshness, Cuts cuts, long required, Duration patience, HttpServletResponse response) {
        this.freshness = freshness;
        this.cuts = cuts;
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

    /**
     * As {@link #answer}, of the state at a moment of the organization. The position of the moment is in the header {@code As-Of}.
     *
     * @param asOf null for now
     * @throws Denied        without {@code audit.read}, for any moment but now
     * @throws QueryRejected for a moment before the organization was registered, and for one that is yet to come
     */
    public <T> T asOf(@Nullable Moment asOf, Organization organization, Caller caller, Function<Cut, T> question) {
        if (asOf == null) {
            return answer(position -> question.apply(Cut.now(Long.parseLong(position))));
        }
        caller.require(Permission.AUDIT_READ);
        return at(asOf, organization.id(), cut -> {
            response.setHeader(HEADER, ConsistencyToken.of(cut.position()));
            return question.apply(cut);
        });
    }

    /**
     * As {@link #answer}, of the state at a moment of the organization.
     *
     * @throws QueryRejected for a moment before the organization was registered, and for one that is yet to come
     */
    public <T> T at(Moment asOf, UUID organizationId, Function<Cut, T> question) {
        return including(asOf, PARAMETER).answer(_ -> question.apply(cut(organizationId, asOf)));
    }

    /**
     * The position of a moment that was answered, so that later reads can be of the same state. It is in the header {@code As-Of}.
     *
     * @param asOf null for now
     * @throws Denied        without {@code audit.read}
     * @throws QueryRejected for a moment before the organization was registered, and for one that is yet to come
     */
    public Cut fix(@Nullable Moment asOf, Organization organization, Caller caller) {
        caller.require(Permission.AUDIT_READ);
        var including = asOf == null ? this : including(asOf, PARAMETER);
        return including.answer(position -> {
            long fixed = asOf == null ? Long.parseLong(position) : cut(organization.id(), asOf).position();
            response.setHeader(HEADER, ConsistencyToken.of(fixed));
            return cuts.at(organization.id(), Moment.at(fixed)).orElseGet(() -> new Cut(fixed, Instant.EPOCH));
        });
    }

    private Cut cut(UUID organizationId, Moment moment) {
        return cuts.at(organizationId, moment)
                .orElseThrow(() -> QueryRejected.parameter(PARAMETER, "is before the organization was registered"));
    }

    /**
     * The same read, of views that include every event up to a moment.
     *
     * @throws QueryRejected for a moment that is yet to come, which names the parameter
     */
    public ConsistentRead including(Moment moment, String parameter) {
        return new ConsistentRead(freshness, cuts, Math.max(required, freshness.required(moment, parameter)), patience, response);
    }

    private static QueryRejected behind() {
        return new QueryRejected(new Unavailable("The views do not include the position of the token yet."));
    }
}
