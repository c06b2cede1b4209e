package roster.population;

import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/** Time-ordered ids (UUIDv7), which the same seed gives again. */
final class Ids {
    private static final long VERSION = 0x7000;
    private static final long VARIANT = Long.MIN_VALUE;

    private final Random random;

    Ids(Random random) {
        this.random = random;
    }

    UUID at(Instant time) {
        return new UUID(time.toEpochMilli() << 16 | VERSION | random.nextInt(1 << 12), VARIANT | random.nextLong() >>> 2);
    }
}
