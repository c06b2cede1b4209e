package roster.eventstore.sealing;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.LongSupplier;
import javax.crypto.SecretKey;

/** Cache of the keys that sealed recently, each for 5 minutes: a key that another instance destroys soon disappears here. */
final class RecentKeys {
    private static final int MOST = 10_000;
    private static final long LONGEST = Duration.ofMinutes(5).toNanos();

    private final LongSupplier nanoTime;
    private final SequencedMap<UUID, Recent> keys = new LinkedHashMap<>();

    RecentKeys(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    synchronized Optional<SecretKey> of(UUID member) {
        forgetOld();
        return Optional.ofNullable(keys.get(member)).map(Recent::key);
    }

    synchronized void remember(UUID member, SecretKey key) {
        keys.putIfAbsent(member, new Recent(key, nanoTime.getAsLong()));
        forgetOld();
    }

    synchronized void forget(UUID member) {
        keys.remove(member);
    }

    private void forgetOld() {
        long now = nanoTime.getAsLong();
        while (!keys.isEmpty() && (keys.size() > MOST || now - keys.firstEntry().getValue().since > LONGEST)) {
            keys.pollFirstEntry();
        }
    }

    private record Recent(SecretKey key, long since) {
        @Override
        public String toString() {
            return "Recent[***]";
        }
    }
}
