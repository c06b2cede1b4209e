package roster.eventstore.sealing;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import com.github.benmanes.caffeine.cache.Ticker;

/** Cache of the keys that sealed recently, each for 5 minutes: a key that another instance destroys soon disappears here. */
final class RecentKeys {
    static final int MOST = 10_000;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Cache<UUID, SecretKey> keys;

    RecentKeys(Ticker ticker) {
        this.keys = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).ticker(ticker).scheduler(Scheduler.systemScheduler())
                .build();
    }

    Optional<SecretKey> of(UUID member) {
        return Optional.ofNullable(keys.getIfPresent(member));
    }

    /** A key that is remembered already does not stay longer. */
    void remember(UUID member, SecretKey key) {
        keys.asMap().putIfAbsent(member, key);
    }

    void forget(UUID member) {
        keys.invalidate(member);
    }

    /** After those are gone that are too old, or too many. */
    long size() {
        keys.cleanUp();
        return keys.estimatedSize();
    }

    @Override
    public String toString() {
        return "RecentKeys[***]";
    }
}
