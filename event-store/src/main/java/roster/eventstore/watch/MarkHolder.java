package roster.eventstore.watch;

import java.time.Duration;
import java.time.Instant;

/**
 * A session that holds back the high-water mark.
 *
 * @param position the mark, while no other session holds a smaller one
 * @param pid      0 for a prepared transaction
 * @param since    start of its transaction or, where that cannot be seen, when it was first seen
 */
record MarkHolder(long position, int pid, String role, String application, Instant since) {
    Duration age() {
        return Duration.between(since, Instant.now());
    }

    MarkHolder seenAt(Instant first) {
        return first.isBefore(since) ? new MarkHolder(position, pid, role, application, first) : this;
    }

    boolean isSameAs(MarkHolder other) {
        return pid == other.pid && position == other.position;
    }

    @Override
    public String toString() {
        return "the high-water mark is held at position " + position + " by the session with pid " + pid + " (role " + role
                + ", application " + application + ") since " + since;
    }
}
