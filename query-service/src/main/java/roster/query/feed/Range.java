package roster.query.feed;

/** Positions greater than {@code after}, up to {@code upTo}. */
public record Range(long after, long upTo) {
    public static final Range ALL = new Range(-1, Long.MAX_VALUE);

    public Range and(Range other) {
        return new Range(Math.max(after, other.after), Math.min(upTo, other.upTo));
    }

    public Range startingAfter(long position) {
        return and(new Range(position, Long.MAX_VALUE));
    }

    public boolean isEmpty() {
        return after >= upTo;
    }

    Range endingBefore(long position) {
        return and(new Range(-1, position - 1));
    }
}
