package roster.http.body;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a body as it arrives, without holding a container thread in between, until its end, its deadline, or its maximum length. The
 * container never calls two methods of the same request at a time.
 */
final class Arrival implements ReadListener, AsyncListener {
    /** Bytes of a rejected body that are read and discarded, so that its sender can read the response: closing earlier would reset the connection. */
    private static final long DISCARDED = 1024 * 1024;
    private static final Logger log = LoggerFactory.getLogger(Arrival.class);

    private final ArrivingBody body;
    private final AsyncContext request;
    private final Runnable then;
    private final Runnable always;
    private final AtomicBoolean over = new AtomicBoolean();
    private boolean gone;

    private Arrival(ArrivingBody body, AsyncContext request, Runnable then, Runnable always) {
        this.body = body;
        this.request = request;
        this.then = then;
        this.always = always;
    }

    /**
     * @param then   called when the body has arrived, is too long or is late
     * @param always called before {@code then}, and when the sender has disconnected
     */
    static void await(ArrivingBody body, AsyncContext request, Duration deadline, Runnable then, Runnable always) throws IOException {
        var arrival = new Arrival(body, request, then, always);
        request.setTimeout(deadline.toMillis());
        request.addListener(arrival);
        body.listen(arrival);
    }

    static boolean isWorthReading(ArrivingBody body) {
        return body.getContentLengthLong() <= DISCARDED;
    }

    @Override
    public void onDataAvailable() throws IOException {
        body.readWhatIsReady();
        if (body.length() > DISCARDED) {
            end();
        }
    }

    @Override
    public void onAllDataRead() {
        body.complete();
        end();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end();
    }

    private void end() {
        if (over.compareAndSet(false, true)) {
            always.run();
            then.run();
        }
    }

    /** The sender has disconnected, so no response is written. */
    @Override
    public void onError(Throwable e) {
        log.debug("the sender of a body has gone", e);
        if (over.compareAndSet(false, true)) {
            always.run();
            gone = true;
            request.complete();
        }
    }

    /** The container reports a disconnect to both listeners, and takes it for a failure of the service unless this one completes the request. */
    @Override
    public void onError(AsyncEvent event) {
        onError(event.getThrowable());
        if (gone) {
            completeAgain();
        }
    }

    private void completeAgain() {
        try {
            request.complete();
        } catch (IllegalStateException e) {
            log.debug("the request is complete", e);
        }
    }

    @Override
    public void onComplete(AsyncEvent event) {
        // end() or onError() has already logged it
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // later steps of the request may be asynchronous for other reasons
    }
}
