package roster.query.log.watch;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import roster.operation.reconcile.Difference;
import roster.query.log.LogTrees;
import roster.recordlog.event.LoggedEvent;
import roster.recordlog.event.TreeHead;

/**
 * A difference, and what the log itself says of it, which names nothing but a position.
 *
 * @param position     of an event; 0 when it is about no single one
 * @param organization of the event as it is stored now; null when there is none
 */
record Discrepancy(Difference difference, String alarm, long position, @Nullable UUID organization) {
    static Discrepancy ofLog(Difference difference) {
        return new Discrepancy(difference, difference.what(), 0, null);
    }

    static Discrepancy missing(long position) {
        var what = "the event at position " + position + " is missing in the store";
        return new Discrepancy(new Difference(new UUID(0, position), what), what, position, null);
    }

    static Discrepancy changed(LoggedEvent event) {
        return of(event, "is not what was hashed");
    }

    static Discrepancy added(LoggedEvent event) {
        return of(event, "was added after the log had passed its position");
    }

    private static Discrepancy of(LoggedEvent event, String what) {
        var place = "the event at position " + event.position();
        return new Discrepancy(
                new Difference(event.eventId(), place + " (" + event.type() + " of aggregate " + event.aggregateId() + ") " + what),
                place + " " + what, event.position(), event.organizationId());
    }

    /** The organization in whose tree the event is, or will be; {@link TreeHead#STORE} when it is about no single one. */
    UUID tree(LogTrees trees) {
        if (position == 0) {
            return TreeHead.STORE;
        }
        if (organization != null && trees.indexOf(organization, position).isPresent()) {
            return organization;
        }
        return trees.organizationOf(position).orElse(organization == null ? TreeHead.STORE : organization);
    }
}
