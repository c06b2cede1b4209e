package roster.local;

import java.util.Random;

/** Sizes of tests that repeat: short in every build, long in the nightly one ({@code -Pnightly}). */
public final class Effort {
    public static final boolean NIGHTLY = Boolean.getBoolean("roster.nightly");

    private Effort() {}

    public static int of(int everyBuild, int nightly) {
        return NIGHTLY ? nightly : everyBuild;
    }

    /** A random seed, or that of {@code -Droster.seed}. The test prints it, so that a failure can be reproduced. */
    public static long seed() {
        return Long.getLong("roster.seed", new Random().nextLong());
    }
}
