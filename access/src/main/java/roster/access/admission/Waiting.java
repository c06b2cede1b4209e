package roster.access.admission;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/** Ends the wait of a request whose time has passed, or whose sender has gone. */
final class Waiting implements AsyncListener {
    private final Admission admission;
    private final Visit visit;

    Waiting(Admission admission, Visit visit) {
        this.admission = admission;
        this.visit = visit;
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        admission.giveUp(visit);
    }

    @Override
    public void onError(AsyncEvent event) {
        admission.leave(visit);
        event.getAsyncContext().complete();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        // answered
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // waits again, for something else
    }
}
