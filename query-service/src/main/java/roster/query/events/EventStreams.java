package roster.query.events;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

import roster.access.control.Caller;
import roster.query.consistency.ConsistentRead;
import roster.query.feed.Bookmark;
import roster.query.feed.FeedFilter;
import roster.query.feed.FeedRequest;
import roster.query.http.Cursors;
import roster.query.moment.Moment;
import roster.query.problem.QueryRejected;
import roster.query.problem.QueryRejection.Unavailable;

/** Begins streams of events, and limits their number. */
@Component
final class EventStreams {
    private static final Duration LATER = Duration.ofSeconds(10);

    private final Tail tail;
    private final NewestCheckpoint checkpoints;
    private final Cursors cursors;
    private final Semaphore places;
    private final Duration heartbeat;
    private final Duration longest;

    EventStreams(Tail tail, NewestCheckpoint checkpoints, Cursors cursors, MeterRegistry meters,
            @Value("${roster.feed.streams}") int atOnce,
            @Value("${roster.feed.heartbeat}") Duration heartbeat, @Value("${roster.feed.longest-stream}") Duration longest) {
        this.tail = tail;
        this.checkpoints = checkpoints;
        this.cursors = cursors;
        this.places = new Semaphore(atOnce);
        this.heartbeat = heartbeat;
        this.longest = longest;
        Gauge.builder("roster.feed.streams", places, it -> atOnce - it.availablePermits()).description("open streams of events")
                .register(meters);
    }

    /**
     * @param after     a cursor or position; null for now
     * @param lastEvent id of the last event that the reader has; takes precedence
     * @param signed    true to send checkpoints of the log, too
     * @throws QueryRejected as unavailable while there are too many streams
     */
    ResponseEntity<StreamingResponseBody> begin(FeedFilter filter, @Nullable Bookmark after, @Nullable Bookmark lastEvent, boolean signed,
            Supplier<Optional<Caller>> rights, ConsistentRead read, HttpServletResponse response) {
        long start = start(filter, after, lastEvent, read);
        if (!places.tryAcquire()) {
            throw new QueryRejected(new Unavailable("There are too many streams at the same time.", LATER));
        }
        var stream = new EventStream(tail, signed ? checkpoints : null, filter, start, rights, response, heartbeat, longest);
        return ResponseEntity.ok().contentType(MediaType.TEXT_EVENT_STREAM).cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no").body(to -> {
                    try {
                        stream.writeTo(to);
                    } finally {
                        places.release();
                    }
                });
    }

    private long start(FeedFilter filter, @Nullable Bookmark after, @Nullable Bookmark lastEvent, ConsistentRead read) {
        if (lastEvent != null) {
            if (!Moment.isPosition(lastEvent.text())) {
                throw QueryRejected.header(EventStreamController.LAST_EVENT, "is not the id of an event of this stream");
            }
            return Long.parseLong(lastEvent.text());
        }
        if (after == null) {
            return read.answer(Long::valueOf);
        }
        long position = new FeedRequest(cursors, filter).position(after, "after");
        return read.including(Moment.at(position), "after").answer(_ -> position);
    }
}
