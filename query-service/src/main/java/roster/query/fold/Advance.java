package roster.query.fold;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import roster.contract.stored.RecordedEvent;
import roster.eventstore.HighWaterMark;
import roster.eventstore.Subscription.Progress;

/**
 * Result of one batch.
 *
 * @param position new position of the generation
 * @param oldest   time of its first event; null without events
 */
public record Advance(long position, int events, boolean more, @Nullable Instant oldest, HighWaterMark mark) {
    /** Advances to the last event of the batch if there are more events, otherwise to the high-water mark. */
    static Advance over(List<RecordedEvent> batch, boolean more, long from, HighWaterMark mark) {
        long position = more ? batch.getLast().position() : Math.max(from, mark.position());
        return new Advance(position, batch.size(), more, batch.isEmpty() ? null : batch.getFirst().recordedAt(), mark);
    }

    public Progress progress() {
        if (more) {
            return Progress.MORE;
        }
        return mark.isHeldBack() ? Progress.HELD_BACK : Progress.CAUGHT_UP;
    }
}
