package roster.access.admission;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

import roster.access.admission.Visit.State;

/**
 * Admits a limited number of requests at the same time. Others wait in a {@link FairQueue}, unless those before them would take longer than the
 * patience, as measured by the requests that were processed last: these are refused at once.
 */
final class Admission {
    /** Weight of the last request in the mean time that a request takes. */
    private static final double WEIGHT = 1.0 / 32;

    private final int atOnce;
    private final Duration patience;
    private final LongSupplier clock;
    private final FairQueue<Visit> waiting = new FairQueue<>();
    private int processing;
    private double nanosEach;

    /** @param clock in nanoseconds */
    Admission(int atOnce, Duration patience, LongSupplier clock) {
        this.atOnce = atOnce;
        this.patience = patience;
        this.clock = clock;
    }

    synchronized int processing() {
        return processing;
    }

    synchronized int waiting() {
        return waiting.size();
    }

    /** Admits or refuses a request; one that is neither has to {@linkplain #await wait}. */
    synchronized Visit enter(Shares shares) {
        var visit = new Visit(shares, clock.getAsLong());
        if (processing < atOnce && waiting.size() == 0) {
            admit(visit);
        } else {
            visit.wait = expectedWait(shares);
            if (visit.wait.compareTo(patience) > 0) {
                visit.state = State.REFUSED;
            }
        }
        return visit;
    }

    /** @param resume called once, when the request is admitted or late, possibly before this method returns */
    void await(Visit visit, Runnable resume) {
        List<Visit> next;
        synchronized (this) {
            visit.resume = resume;
            waiting.add(visit, visit.shares);
            next = next();
        }
        next.forEach(it -> it.resume.run());
    }

    /** Ends a request that was processed. */
    void leave(Visit visit) {
        List<Visit> next;
        synchronized (this) {
            if (visit.state == State.ADMITTED) {
                processing--;
                long taken = clock.getAsLong() - visit.admission;
                nanosEach = nanosEach == 0 ? taken : nanosEach + WEIGHT * (taken - nanosEach);
            }
            visit.state = State.OVER;
            next = next();
        }
        next.forEach(it -> it.resume.run());
    }

    /**
     * Ends a request whose sender has gone.
     *
     * @return false when it does not wait any more, because it is being resumed
     */
    synchronized boolean giveUp(Visit visit) {
        boolean waited = waiting.remove(visit);
        if (waited) {
            visit.state = State.OVER;
        }
        return waited;
    }

    /** Resumes the requests that are late, also when none leaves. */
    void expire() {
        List<Visit> late;
        synchronized (this) {
            late = waiting.removeIf(this::isLate);
            late.forEach(it -> it.state = State.LATE);
        }
        late.forEach(it -> it.resume.run());
    }

    private boolean isLate(Visit visit) {
        return clock.getAsLong() - visit.arrival > patience.toNanos();
    }

    private List<Visit> next() {
        var next = new ArrayList<Visit>();
        while (processing < atOnce && waiting.size() > 0) {
            var visit = waiting.take().orElseThrow();
            if (isLate(visit)) {
                visit.state = State.LATE;
            } else {
                admit(visit);
            }
            next.add(visit);
        }
        return next;
    }

    private void admit(Visit visit) {
        processing++;
        visit.admission = clock.getAsLong();
        visit.state = State.ADMITTED;
    }

    private Duration expectedWait(Shares shares) {
        return Duration.ofNanos(Math.round((waiting.ahead(shares) + 1) * nanosEach / atOnce));
    }
}
