package roster.eventstore.watch;

import java.time.Duration;

/**
 * Times after which something counts as standing still.
 *
 * @param fresh      a measure is older; one is made every second
 * @param unmeasured the event store does not answer
 * @param step       one step takes longer; statements of the database end after 10 seconds
 * @param unread     the oldest unread event is older, and the reader has not moved for as long
 * @param holder     a session that holds back the high-water mark for longer is named; its role's timeout is 5 seconds
 * @param alarm      it stops readers
 */
record WatchLimits(Duration fresh, Duration unmeasured, Duration step, Duration unread, Duration holder, Duration alarm) {
    static final WatchLimits DEFAULT = new WatchLimits(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(10),
            Duration.ofMinutes(1), Duration.ofSeconds(6), Duration.ofMinutes(1));
}
