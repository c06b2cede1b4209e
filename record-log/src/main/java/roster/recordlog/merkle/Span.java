package roster.recordlog.merkle;

import java.util.ArrayList;
import java.util.List;

/** The leaves of one node of a tree: {@code from <= index < to}. */
public record Span(long from, long to) {
    /** The complete subtrees it is made of, from left to right. */
    public List<Subtree> subtrees() {
        var subtrees = new ArrayList<Subtree>();
        for (long at = from; at < to;) {
            int height = Long.SIZE - 1 - Long.numberOfLeadingZeros(to - at);
            subtrees.add(new Subtree(height, at >> height));
            at += 1L << height;
        }
        return subtrees;
    }
}
