package roster.query.events;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletResponse;
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
    private final FeedFilter filter;
    private final Supplier<Optional<Caller>> rights;
    private final HttpServletResponse response;
    private final Duration heartbeat;
    private final long end;
    private long position;
    private long checked;
    private boolean audited;

    /**
     * @param position after which it begins
     * @param rights   current rights of the caller
     * @param response flushed after each message, because the stream that Spring passes on does not flush
     */
    EventStream(Tail tail, FeedFilter filter, long position, Supplier<Optional<Caller>> rights, HttpServletResponse response,
            Duration heartbeat, Duration longest) {
        this.response = response;
        this.tail = tail;
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
        return true;
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
