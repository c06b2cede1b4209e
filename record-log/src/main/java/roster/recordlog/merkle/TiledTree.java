package roster.recordlog.merkle;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Computes hashes and proofs of a tree from its tiles. */
public final class TiledTree {
    private final Map<Tile, byte[]> tiles;

    /** @param tiles hashes of each tile that is needed, one after the other */
    public TiledTree(Map<Tile, byte[]> tiles) {
        this.tiles = Map.copyOf(tiles);
    }

    /** The tiles that are needed for some nodes. */
    public static Set<Tile> tilesOf(Collection<Span> nodes) {
        var needed = new LinkedHashSet<Tile>();
        nodes.forEach(node -> node.subtrees().forEach(it -> needed.add(it.tile())));
        return needed;
    }

    public List<Hash> hashes(List<Span> nodes) {
        return nodes.stream().map(this::hash).toList();
    }

    public Hash root(long size) {
        return hash(new Span(0, size));
    }

    /** @throws IllegalStateException when a tile is missing, or has too few hashes */
    public Hash hash(Span node) {
        return node.subtrees().reversed().stream().map(this::hash).reduce((right, left) -> Hash.ofNode(left, right)).orElse(Hash.EMPTY);
    }

    private Hash hash(Subtree subtree) {
        var tile = tiles.get(subtree.tile());
        int end = subtree.first() + (1 << subtree.heightInTile());
        if (tile == null || tile.length < end * Hash.LENGTH) {
            throw new IllegalStateException("hashes of " + subtree.tile() + " are missing");
        }
        var range = new CompactRange();
        for (int i = subtree.first(); i < end; i++) {
            range.append(Hash.at(tile, i));
        }
        return range.root();
    }
}
