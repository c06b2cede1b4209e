package roster.query.log;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import roster.recordlog.merkle.CompactRange;
import roster.recordlog.merkle.Hash;
import roster.recordlog.merkle.Subtree;
import roster.recordlog.merkle.Tile;

/** A tree that gets leaves, with what is new of it. */
final class GrowingTree {
    private final UUID id;
    private final CompactRange range;
    private final long before;
    private final List<Leaf> added = new ArrayList<>();
    private final Map<Tile, ByteArrayOutputStream> upper = new LinkedHashMap<>();

    GrowingTree(UUID id, CompactRange range) {
        this.id = id;
        this.range = range;
        this.before = range.size();
    }

    void append(Leaf leaf) {
        added.add(leaf);
        range.append(leaf.hash(), this::completed);
    }

    private void completed(Subtree subtree, Hash hash) {
        if (subtree.height() > 0 && subtree.height() % Tile.HEIGHT == 0) {
            upper.computeIfAbsent(subtree.tile(), _ -> new ByteArrayOutputStream()).writeBytes(hash.bytes());
        }
    }

    UUID id() {
        return id;
    }

    long size() {
        return range.size();
    }

    Hash root() {
        return range.root();
    }

    byte[] subtrees() {
        return range.bytes();
    }

    /** Size without the new leaves. */
    long before() {
        return before;
    }

    List<Leaf> added() {
        return added;
    }

    /** Hashes to be added to tiles above level 0. */
    Map<Tile, ByteArrayOutputStream> upper() {
        return upper;
    }

    /** True when the last tile, which was incomplete, has all its leaves now. */
    boolean completesTile() {
        return before / Tile.WIDTH < size() / Tile.WIDTH;
    }
}
