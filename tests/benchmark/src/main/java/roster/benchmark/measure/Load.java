package roster.benchmark.measure;

/**
 * Result of a loop.
 *
 * @param seconds   from the first beginning to the last end
 * @param latencies of all operations: in a closed loop from the beginning of each, in an open loop from the moment at which it was due
 */
public record Load(double seconds, Latencies latencies) {
    public long count() {
        return latencies.count();
    }

    public double perSecond() {
        return count() / seconds;
    }
}
