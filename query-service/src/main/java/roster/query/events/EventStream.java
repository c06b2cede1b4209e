package roster.query.events;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

import roster.access.control.Caller;
import roster.contract.role.Permission;
import roster.query.feed.FeedFilter;
import roster.query.http.BrokenOff;

/**
 * Server-sent events: each event with its position as id, and a heartbeat with the position reached, so that a reader that connects again
 * misses nothing. Ends when the caller may no longer read events, and after {@code longest}.
 */
final class EventStream implements StreamingResponseBody {
    /** Delay after which a withdrawn right takes effect. */
    private static final Duration RIGHTS = Duration.ofSeconds(1);

    private final Tail tail;
    private final @Nullable NewestCheckpoint checkpoints;
    private final FeedFilter filter;
    private final Supplier<Optional<Caller>> rights;
    private final HttpServletResponse response;
    private final Duration heartbeat;
    private final long end;
    private long position;
    private long checked;
    private boolean audited;
    /** Size of the log at the checkpoint that was sent last. */
    private long signed = -1;

    /**
     * @param checkpoints null to send none
     * @param position after which it begins
     * @param rights   current rights of the caller
     * @param response flushed after each message, because the stream that Spring passes on does not flush
     */
    EventStream(Tail tail, @Nullable NewestCheckpoint checkpoints, FeedFilter filter, long position, Supplier<Optional<Caller>> rights,
            HttpServletResponse response,
            Duration heartbeat, Duration longest) {
        this.response = response;
        this.tail = tail;
        this.checkpoints = checkpoints;
        this.filter = filter;
        this.position = position;
        this.rights = rights;
        this.heartbeat = heartbeat;
        this.end = System.nanoTime() + longest.toNanos();
        this.checked = System.nanoTime() - RIGHTS.toNanos();
    }

    @Override
    public void writeTo(OutputStream to) throws IOException {
        tail.join();
        try {
            write("retry: 1000\n" + place(), to);
            while (System.nanoTime() < end && mayRead() && tell(to)) {
                // until the caller, the reader or the events are gone
            }
        } catch (RuntimeException e) {
            throw new BrokenOff(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            tail.leave();
        }
    }

    /** Writes the next events, or waits for them. False when they cannot be read. */
    private boolean tell(OutputStream to) throws IOException, InterruptedException {
        var recent = tail.recent().orElse(null);
        if (recent == null) {
            return false;
        }
        long before = position;
        var news = recent.includeAllAfter(position) ? recent : tail.read(filter, position);
        for (var event : news.after(position)) {
            if (filter.matches(event.row())) {
                event.write(audited, to);
            }
        }
        position = Math.max(position, news.upTo());
        if (position > before) {
            response.flushBuffer();
        } else if (!tail.await(position, heartbeat)) {
            write(": heartbeat\n" + place(), to);
        }
        tellCheckpoint(to);
        return true;
    }

    /** After the events that it has, and without an id, so that the reader continues after the last event. */
    private void tellCheckpoint(OutputStream to) throws IOException {
        var newest = checkpoints == null ? Optional.<NewestCheckpoint.Message>empty() : checkpoints.message();
        if (newest.isPresent() && newest.get().size() != signed && newest.get().position() <= position) {
            signed = newest.get().size();
            write(newest.get().text(), to);
        }
    }

    private String place() {
        return "id: " + position + "\n\n";
    }

    private void write(String text, OutputStream to) throws IOException {
        to.write(text.getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
    }

    private boolean mayRead() {
        if (System.nanoTime() - checked >= RIGHTS.toNanos()) {
            var caller = rights.get().filter(it -> it.may(Permission.EVENTS_READ));
            if (caller.isEmpty()) {
                return false;
            }
            audited = caller.get().may(Permission.AUDIT_READ);
            checked = System.nanoTime();
        }
        return true;
    }
}
