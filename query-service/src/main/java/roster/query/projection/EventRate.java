package roster.query.projection;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import roster.eventstore.EventReader;
import roster.eventstore.sealing.DataKeys;
import roster.operation.reader.Reader;
import roster.query.generation.ProjectionDatabase;

/** Events per second that the views have taken in within the last minute, by whichever instance. */
@Component
final class EventRate {
    private static final int MOST_SAMPLES = 13;

    private record Sample(long at, long position) {}

    private final Reader views;
    private final EventReader events;
    private final Deque<Sample> samples = new ArrayDeque<>();

    EventRate(Reader viewsProgress, ProjectionDatabase database, DataKeys keys) {
        this.views = viewsProgress;
        this.events = new EventReader(database.jdbc(), keys);
    }

    @Scheduled(fixedDelayString = "PT5S")
    synchronized void sample() {
        var position = views.state().position();
        if (position != null) {
            samples.addLast(new Sample(System.nanoTime(), position));
            if (samples.size() > MOST_SAMPLES) {
                samples.removeFirst();
            }
        }
    }

    /** Null until there is a position. */
    @Nullable
    Double perSecond() {
        var first = first();
        var position = views.state().position();
        if (first == null || position == null) {
            return null;
        }
        var seconds = Math.max(1, Duration.ofNanos(System.nanoTime() - first.at).toMillis() / 1000.0);
        return Math.round(10 * events.count(first.position, position) / seconds) / 10.0;
    }

    private synchronized @Nullable Sample first() {
        return samples.peekFirst();
    }
}
