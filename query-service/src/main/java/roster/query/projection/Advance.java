package roster.query.projection;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import roster.contract.event.RecordedEvent;
import roster.eventstore.HighWaterMark;
import roster.eventstore.Subscription.Progress;

/**
 * What one batch brought.
 *
 * @param position where the generation stands now
 * @param oldest   when the first of its events was recorded; null without events
 */
record Advance(long position, int events, boolean more, @Nullable Instant oldest, HighWaterMark mark) {
    /** To the last event of a batch that left some behind, else over everything up to the mark, be there events or not. */
    static Advance over(List<RecordedEvent> batch, boolean more, long from, HighWaterMark mark) {
        long position = more ? batch.getLast().position() : Math.max(from, mark.position());
        return new Advance(position, batch.size(), more, batch.isEmpty() ? null : batch.getFirst().recordedAt(), mark);
    }

    Progress progress() {
        if (more) {
            return Progress.MORE;
        }
        return mark.isHeldBack() ? Progress.HELD_BACK : Progress.CAUGHT_UP;
    }
}
