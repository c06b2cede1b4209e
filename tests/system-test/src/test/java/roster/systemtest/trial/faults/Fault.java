package roster.systemtest.trial.faults;

import java.util.List;
import java.util.Optional;
import java.util.Random;

import roster.systemtest.trial.cluster.DoubledRoster;

/**
 * Something that breaks, for a while.
 *
 * @param name   as in the table of results
 * @param weight how often it is chosen, beside others
 */
public record Fault(String name, int weight, Act act) {
    /** Hurts parts, waits, and heals them. */
    @FunctionalInterface
    public interface Act {
        /** @return empty when nothing was hurt after all */
        Optional<Wound> strike(DoubledRoster roster, Random random) throws Exception;
    }

    /**
     * What was hurt.
     *
     * @param hurt     names of processes and servers, one for each time that one was hurt
     * @param evidence what shows it
     */
    public record Wound(List<String> hurt, String evidence) {
        static Optional<Wound> of(String hurt, String evidence) {
            return Optional.of(new Wound(List.of(hurt), evidence));
        }

        /** Empty when the number is zero. */
        static Optional<Wound> counted(String hurt, long count, String what) {
            return count == 0 ? Optional.empty() : of(hurt, count + " " + what);
        }
    }
}
