package roster.console.activity;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.Consumer;

/** A response of query-service that is passed on to a browser, until one of them ends it or it is cut off. */
final class Relay extends FilterInputStream {
    private final String session;
    private final long end;
    private final long silence;
    private final Consumer<Relay> onClose;
    private volatile long heardAt = System.nanoTime();
    private volatile boolean cutOff;

    /**
     * @param session id of the session that it belongs to
     * @param longest time after which it is cut off
     * @param silence time without a byte after which it is cut off
     */
    Relay(InputStream response, String session, Duration longest, Duration silence, Consumer<Relay> onClose) {
        super(response);
        this.session = session;
        this.end = System.nanoTime() + longest.toNanos();
        this.silence = silence.toNanos();
        this.onClose = onClose;
    }

    boolean isOf(String sessionId) {
        return session.equals(sessionId);
    }

    boolean isOverdue() {
        long now = System.nanoTime();
        return now - end >= 0 || now - heardAt >= silence;
    }

    /** Lets the reading thread end. */
    void cutOff() throws IOException {
        cutOff = true;
        super.close();
    }

    /** @throws ResponseLost when not all has arrived, so that it does not look complete */
    @Override
    public int read(byte[] bytes, int from, int length) {
        return heard(() -> super.read(bytes, from, length));
    }

    /** As {@link #read(byte[], int, int)}. */
    @Override
    public int read() {
        return heard(super::read);
    }

    private interface Reading {
        int read() throws IOException;
    }

    private int heard(Reading reading) {
        try {
            int read = reading.read();
            heardAt = System.nanoTime();
            if (!cutOff) {
                return read;
            }
        } catch (IOException e) {
            throw new ResponseLost(String.valueOf(e.getMessage()));
        }
        throw new ResponseLost("cut off");
    }

    @Override
    public void close() throws IOException {
        try {
            super.close();
        } finally {
            onClose.accept(this);
        }
    }
}
