package roster.query.http;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

import roster.query.problem.QueryRejected;
import roster.query.problem.QueryRejection.Unavailable;

/** Responses that are files of any length, a limited number at a time. A file that cannot be finished ends with an aborted connection. */
@Component
public final class Downloads {
    private static final Duration LATER = Duration.ofSeconds(10);
    private static final int BUFFER = 1 << 16;

    private final Semaphore places;

    Downloads(@Value("${roster.feed.exports}") int atOnce) {
        this.places = new Semaphore(atOnce);
    }

    /** @throws QueryRejected as unavailable while too many are being written */
    public ResponseEntity<StreamingResponseBody> begin(MediaType type, StreamingResponseBody file) {
        enter();
        return ResponseEntity.ok().contentType(type).body(response -> {
            try {
                write(file, response);
            } finally {
                places.release();
            }
        });
    }

    /**
     * Runs what costs as much as a file.
     *
     * @throws QueryRejected as unavailable while too many are being written
     */
    public <T> T admitted(Supplier<T> work) {
        enter();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private void enter() {
        if (!places.tryAcquire()) {
            throw new QueryRejected(new Unavailable("There are too many exports at the same time.", LATER));
        }
    }

    private static void write(StreamingResponseBody file, OutputStream response) throws IOException {
        var to = new BufferedOutputStream(response, BUFFER);
        try {
            file.writeTo(to);
            to.flush();
        } catch (RuntimeException e) {
            throw new BrokenOff(e);
        }
    }
}
