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
 * Reads a body whenever some of it has arrived, on a container thread that is not held in between, until its end, its deadline, or more than
 * is worth reading. The container calls all methods of one request in turn, never two at a time.
 */
final class Arrival implements ReadListener, AsyncListener {
    /** Read of a refused body, so that its sender gets to read the answer: a connection closed in the middle is reset. */
    private static final long DISCARDED = 1024 * 1024;
    private static final Logger log = LoggerFactory.getLogger(Arrival.class);

    private final ArrivingBody body;
    private final AsyncContext request;
    private final Runnable then;
    private final Runnable always;
    private final AtomicBoolean over = new AtomicBoolean();

    private Arrival(ArrivingBody body, AsyncContext request, Runnable then, Runnable always) {
        this.body = body;
        this.request = request;
        this.then = then;
        this.always = always;
    }

    /**
     * @param then   what follows, also when the body is too long or late
     * @param always called before, and when the sender has gone
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

    /** Of the connection: there is nobody left to answer. */
    @Override
    public void onError(Throwable e) {
        log.debug("the sender of a body has gone", e);
        if (over.compareAndSet(false, true)) {
            always.run();
            request.complete();
        }
    }

    @Override
    public void onError(AsyncEvent event) {
        onError(event.getThrowable());
    }

    @Override
    public void onComplete(AsyncEvent event) {
        // said by end() and onError() before
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // what comes after the body may wait for something else
    }
}
