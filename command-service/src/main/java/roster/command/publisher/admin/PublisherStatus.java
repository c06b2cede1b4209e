package roster.command.publisher.admin;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * State of a publisher.
 *
 * @param name         name in paths
 * @param topic        topic that it writes to
 * @param position     position up to which it has published
 * @param lostAt       time at which it noticed that Kafka has lost acknowledged records; null when none are missing
 * @param missingUpTo  position up to which it publishes, or must publish, again; null for none
 * @param republishing true while it publishes again
 */
record PublisherStatus(String name, String topic, long position, @Nullable Instant lostAt, @Nullable Long missingUpTo,
        boolean republishing) {
    boolean hasLost() {
        return lostAt != null;
    }
}
