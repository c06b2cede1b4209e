package roster.recordlog.merkle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Verification of proofs (RFC 9162, sections 2.1.3.2 and 2.1.4.2, whose trees are those of RFC 6962). */
public final class MerkleProof {
    private MerkleProof() {}

    /** The root of the tree in which the leaf is at the index; empty when the path cannot be one of such a leaf. */
    public static Optional<Hash> rootOfInclusion(Hash leaf, long index, long size, List<Hash> path) {
        if (index < 0 || index >= size) {
            return Optional.empty();
        }
        var walk = new Walk(index, size - 1);
        var root = leaf;
        for (var sibling : path) {
            if (walk.isAtRoot()) {
                return Optional.empty();
            }
            root = walk.siblingIsLeft() ? Hash.ofNode(sibling, root) : Hash.ofNode(root, sibling);
            walk.up();
        }
        return Optional.of(root).filter(_ -> walk.isAtRoot());
    }

    public static boolean isIncluded(Hash leaf, long index, long size, List<Hash> path, Hash root) {
        return rootOfInclusion(leaf, index, size, path).filter(root::equals).isPresent();
    }

    /** True when the tree of the second size and root begins with all leaves of the first one. */
    public static boolean isConsistent(long first, Hash firstRoot, long second, Hash secondRoot, List<Hash> path) {
        if (first < 0 || first > second) {
            return false;
        }
        if (first == 0 || first == second) {
            return path.isEmpty() && (first == 0 ? firstRoot.equals(Hash.EMPTY) && (second > 0 || secondRoot.equals(Hash.EMPTY))
                    : firstRoot.equals(secondRoot));
        }
        var hashes = new ArrayList<Hash>();
        if (Long.bitCount(first) == 1) {
            hashes.add(firstRoot);
        }
        hashes.addAll(path);
        return !hashes.isEmpty() && leadsToBoth(first, firstRoot, second, secondRoot, hashes);
    }

    private static boolean leadsToBoth(long first, Hash firstRoot, long second, Hash secondRoot, List<Hash> hashes) {
        var walk = new Walk(first - 1, second - 1);
        walk.skipRightChildren();
        var old = hashes.getFirst();
        var young = hashes.getFirst();
        for (var sibling : hashes.subList(1, hashes.size())) {
            if (walk.isAtRoot()) {
                return false;
            }
            if (walk.siblingIsLeft()) {
                old = Hash.ofNode(sibling, old);
                young = Hash.ofNode(sibling, young);
            } else {
                young = Hash.ofNode(young, sibling);
            }
            walk.up();
        }
        return walk.isAtRoot() && old.equals(firstRoot) && young.equals(secondRoot);
    }

    /** A way from a node up to the root: its index, and that of the last node, on each level. */
    private static final class Walk {
        private long node;
        private long last;

        Walk(long node, long last) {
            this.node = node;
            this.last = last;
        }

        boolean isAtRoot() {
            return last == 0;
        }

        boolean siblingIsLeft() {
            return (node & 1) == 1 || node == last;
        }

        void skipRightChildren() {
            while ((node & 1) == 1) {
                shift();
            }
        }

        /** Skips the levels on which the node is the last one and has no sibling. */
        void up() {
            if (siblingIsLeft()) {
                while ((node & 1) == 0 && node != 0) {
                    shift();
                }
            }
            shift();
        }

        private void shift() {
            node >>= 1;
            last >>= 1;
        }
    }
}
