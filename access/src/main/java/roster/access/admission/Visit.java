package roster.access.admission;

import java.time.Duration;

/** A request on its way through {@link Admission}, which alone changes it. */
final class Visit {
    enum State {
        ADMITTED,
        WAITING,
        /** Has waited for longer than the patience. */
        LATE,
        /** Would wait for longer than the patience. */
        REFUSED,
        OVER
    }

    final Shares shares;
    final long arrival;
    volatile State state = State.WAITING;
    volatile Duration wait = Duration.ZERO;
    volatile Runnable resume = () -> {};
    long admission;

    /** @param arrival in nanoseconds */
    Visit(Shares shares, long arrival) {
        this.shares = shares;
        this.arrival = arrival;
    }

    State state() {
        return state;
    }

    /** Expected when the request arrived. */
    Duration expectedWait() {
        return wait;
    }
}
