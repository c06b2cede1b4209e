package roster.recordlog.event;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import roster.recordlog.merkle.Hash;
import roster.recordlog.note.Checkpoint;

/**
 * A head of the tree of one organization, which the root log holds as an entry.
 *
 * @param tree   the organization, or {@link #STORE}
 * @param number of the head among those of its tree, from 1
 */
public record TreeHead(UUID tree, long number, Checkpoint checkpoint) {
    /** The tree of all events of all organizations. */
    public static final UUID STORE = new UUID(0, 0);
    /** Bytes of an entry: the label, then the hash of the checkpoint's text. */
    public static final int ENTRY = 2 * Hash.LENGTH;

    /**
     * @param origin of the root log
     */
    public static TreeHead of(String origin, UUID tree, long number, long size, Hash root) {
        return new TreeHead(tree, number, new Checkpoint(origin(origin, tree), size, root));
    }

    /** The origin of a tree's checkpoints. */
    public static String origin(String ofLog, UUID tree) {
        return tree.equals(STORE) ? ofLog + "/store" : ofLog + "/organizations/" + tree;
    }

    /**
     * Entry of the root log. It says nothing about the organization except to readers who know its id: they can compute the label, and see
     * that the root log has each head once.
     */
    public byte[] entry() {
        var entry = new byte[ENTRY];
        System.arraycopy(label(tree, number), 0, entry, 0, Hash.LENGTH);
        System.arraycopy(Hash.digest(checkpoint.text().getBytes(StandardCharsets.UTF_8)), 0, entry, Hash.LENGTH, Hash.LENGTH);
        return entry;
    }

    /** SHA-256 of the lines {@code roster head}, tree and number. No two entries of the root log have the same. */
    public static byte[] label(UUID tree, long number) {
        return Hash.digest(("roster head\n" + tree + "\n" + number + "\n").getBytes(StandardCharsets.UTF_8));
    }

    public Hash hash() {
        return Hash.ofLeaf(entry());
    }
}
