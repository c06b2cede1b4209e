package roster.query.feed;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.query.consistency.ConsistentRead;
import roster.query.moment.Cut;
import roster.query.moment.Cuts;
import roster.query.moment.Moment;

/**
 * The time between two moments: later than {@code from}, up to {@code to}.
 *
 * @param from null for the beginning
 * @param to   null for now
 */
public record Period(@Nullable Moment from, @Nullable Moment to) {
    /** The same read, of views that include every event of the period. */
    public ConsistentRead readBy(ConsistentRead read) {
        var whole = from == null ? read : read.including(from, "from");
        return to == null ? whole : whole.including(to, "to");
    }

    /**
     * The positions of the period, in the caller's snapshot.
     *
     * @param organizationId null for all organizations
     * @param position       up to which the snapshot has events
     */
    public Range range(@Nullable UUID organizationId, Cuts cuts, long position) {
        return new Range(from == null ? -1 : place(organizationId, cuts, from), to == null ? position : place(organizationId, cuts, to))
                .and(new Range(-1, position));
    }

    private static long place(@Nullable UUID organizationId, Cuts cuts, Moment moment) {
        return cuts.at(organizationId, moment).map(Cut::position).orElse(-1L);
    }
}
