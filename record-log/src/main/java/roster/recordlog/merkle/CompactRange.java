package roster.recordlog.merkle;

import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

/** The least that must be known of a tree to append to it and to compute its root: the hash of the subtree for each bit of its size. */
public final class CompactRange {
    private final @Nullable Hash[] subtrees = new Hash[Long.SIZE];
    private long size;

    /** Receives the hash of each subtree that has got all its leaves, from the leaf upwards. */
    @FunctionalInterface
    public interface Completed {
        void subtree(Subtree subtree, Hash hash);
    }

    /** A tree without leaves. */
    public CompactRange() {}

    /** @param hashes what {@link #bytes()} has returned for a tree of this size */
    public static CompactRange of(long size, byte[] hashes) {
        if (hashes.length != Long.bitCount(size) * Hash.LENGTH) {
            throw new IllegalArgumentException("a tree of size " + size + " has not " + hashes.length + " bytes of hashes");
        }
        var range = new CompactRange();
        range.size = size;
        int next = 0;
        for (int height = Long.SIZE - 1; height >= 0; height--) {
            if (has(size, height)) {
                range.subtrees[height] = Hash.at(hashes, next++);
            }
        }
        return range;
    }

    public long size() {
        return size;
    }

    public void append(Hash leaf) {
        append(leaf, (_, _) -> {});
    }

    public void append(Hash leaf, Completed completed) {
        var hash = leaf;
        long index = size;
        int height = 0;
        completed.subtree(new Subtree(0, index), hash);
        for (var left = subtrees[0]; left != null; left = subtrees[height]) {
            hash = Hash.ofNode(left, hash);
            subtrees[height++] = null;
            index >>= 1;
            completed.subtree(new Subtree(height, index), hash);
        }
        subtrees[height] = hash;
        size++;
    }

    public Hash root() {
        Hash root = null;
        for (var subtree : subtrees) {
            if (subtree != null) {
                root = root == null ? subtree : Hash.ofNode(subtree, root);
            }
        }
        return root == null ? Hash.EMPTY : root;
    }

    /** The hashes, the largest subtree first. */
    public byte[] bytes() {
        var bytes = ByteBuffer.allocate(Long.bitCount(size) * Hash.LENGTH);
        for (int height = Long.SIZE - 1; height >= 0; height--) {
            var subtree = subtrees[height];
            if (subtree != null) {
                subtree.writeTo(bytes);
            }
        }
        return bytes.array();
    }

    private static boolean has(long size, int height) {
        return (size >>> height & 1) == 1;
    }
}
