package roster.recordlog.merkle;

import java.util.ArrayList;
import java.util.List;

/** The nodes whose hashes make up a proof, in its order (RFC 6962, sections 2.1.1 and 2.1.2). */
public final class ProofNodes {
    private ProofNodes() {}

    /** @throws IllegalArgumentException when the tree has no such leaf */
    public static List<Span> ofInclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("a tree of size " + size + " has no leaf " + index);
        }
        var nodes = new ArrayList<Span>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + left(to - from);
            nodes.add(index < middle ? new Span(middle, to) : new Span(from, middle));
            from = index < middle ? from : middle;
            to = index < middle ? middle : to;
        }
        return nodes.reversed();
    }

    /** @throws IllegalArgumentException when the second tree is smaller */
    public static List<Span> ofConsistency(long first, long second) {
        if (first < 0 || first > second) {
            throw new IllegalArgumentException("a tree of size " + second + " does not continue one of size " + first);
        }
        if (first == 0 || first == second) {
            return List.of();
        }
        var nodes = new ArrayList<Span>();
        long from = 0;
        long to = second;
        while (to != first) {
            long middle = from + left(to - from);
            nodes.add(first <= middle ? new Span(middle, to) : new Span(from, middle));
            from = first <= middle ? from : middle;
            to = first <= middle ? middle : to;
        }
        if (from > 0) {
            nodes.add(new Span(from, to));
        }
        return nodes.reversed();
    }

    /** Leaves of the left subtree: the greatest power of two smaller than their number. */
    private static long left(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }
}
