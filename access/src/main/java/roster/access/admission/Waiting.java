package roster.access.admission;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/** Ends the wait of a request whose sender has gone. */
final class Waiting implements AsyncListener {
    private final Admission admission;
    private final Visit visit;

    Waiting(Admission admission, Visit visit) {
        this.admission = admission;
        this.visit = visit;
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        // there is no timeout
    }

    @Override
    public void onError(AsyncEvent event) {
        if (admission.giveUp(visit)) {
            event.getAsyncContext().complete();
        }
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
