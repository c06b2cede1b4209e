package roster.benchmark.measure;

import org.HdrHistogram.ConcurrentHistogram;

/** Latencies, with three significant digits, up to ten minutes. */
public final class Latencies {
    private static final long LONGEST = 600_000_000_000L;
    private static final int DIGITS = 3;

    private final ConcurrentHistogram nanos = new ConcurrentHistogram(LONGEST, DIGITS);

    public void add(long more) {
        nanos.recordValue(Math.clamp(more, 0, LONGEST));
    }

    public long count() {
        return nanos.getTotalCount();
    }

    public double millis(double percentile) {
        return nanos.getValueAtPercentile(percentile) / 1e6;
    }
}
