package roster.notification.invitation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.event.ListenerContainerPartitionIdleEvent;
import org.springframework.stereotype.Component;

import roster.notification.invitation.TopicProgress.Offsets;
import roster.notification.queue.QueueFreshness;

/** Compares what the consumers of all instances have read with what the topic held at the start, or after the last outage. */
@Component
final class CatchUp implements QueueFreshness {
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration PAUSE_WITHOUT_KAFKA = Duration.ofSeconds(5);
    /** Older ends are looked up again: whatever has kept the consumers from reaching them may have been an outage. */
    private static final Duration GOALS_LIFE = Duration.ofSeconds(5);
    private static final Logger log = LoggerFactory.getLogger(CatchUp.class);

    private final TopicProgress topic;
    private final Clock clock;
    /** Positions of idle consumers of this process: beyond the last record where retention or Kafka's own records follow it. */
    private final Map<TopicPartition, Long> idle = new ConcurrentHashMap<>();
    private @Nullable Goals goals;
    private Instant nextLook = Instant.MIN;
    private boolean isWaiting;
    private volatile boolean isDone;

    /** The ends of the partitions at a time. */
    private record Goals(Instant at, Map<TopicPartition, Long> ends) {}

    CatchUp(TopicProgress topic, Clock clock) {
        this.topic = topic;
        this.clock = clock;
    }

    @Override
    public synchronized void mayBeStale() {
        goals = null;
        isDone = false;
    }

    /** Called when events arrive late. Does not put off an end that is already waited for, because late events may arrive all the time. */
    void eventsAreLate() {
        if (isDone) {
            mayBeStale();
        }
    }

    @Override
    public boolean isFresh() {
        return isDone || look();
    }

    private synchronized boolean look() {
        if (!isDone && !clock.instant().isBefore(nextLook)) {
            nextLook = clock.instant().plus(PAUSE);
            isDone = isRead();
        }
        return isDone;
    }

    private boolean isRead() {
        try {
            var offsets = topic.offsets();
            boolean isRead = ends(offsets).entrySet().stream()
                    .allMatch(it -> isReadUpTo(it.getValue(), it.getKey(), offsets.get(it.getKey())));
            tell(isRead, "the events in Kafka are not read yet");
            return isRead;
        } catch (TopicProgress.Unknown e) {
            nextLook = clock.instant().plus(PAUSE_WITHOUT_KAFKA);
            tell(false, String.valueOf(e.getMessage()));
            return false;
        }
    }

    private boolean isReadUpTo(long end, TopicPartition partition, @Nullable Offsets offsets) {
        return (offsets != null && offsets.read() >= end) || idle.getOrDefault(partition, 0L) >= end;
    }

    private Map<TopicPartition, Long> ends(Map<TopicPartition, Offsets> offsets) {
        var now = clock.instant();
        if (goals == null || goals.at.plus(GOALS_LIFE).isBefore(now)) {
            var ends = new HashMap<TopicPartition, Long>();
            offsets.forEach((partition, it) -> ends.put(partition, it.end()));
            goals = new Goals(now, ends);
        }
        return goals.ends;
    }

    private void tell(boolean isRead, String why) {
        if (isRead && isWaiting) {
            log.info("the events in Kafka have been read; e-mails are sent");
        } else if (!isRead && !isWaiting) {
            log.info("e-mails wait: {}", why);
        }
        isWaiting = !isRead;
    }

    @EventListener
    void nothingComes(ListenerContainerPartitionIdleEvent event) {
        if (!isDone) {
            idle.put(event.getTopicPartition(), event.getConsumer().position(event.getTopicPartition()));
        }
    }
}
