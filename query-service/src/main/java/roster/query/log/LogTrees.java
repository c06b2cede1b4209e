package roster.query.log;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

import roster.recordlog.event.TreeHead;
import roster.recordlog.merkle.Hash;
import roster.recordlog.merkle.ProofNodes;
import roster.recordlog.merkle.Span;
import roster.recordlog.merkle.Tile;
import roster.recordlog.merkle.TiledTree;

/** Reads trees: hashes of nodes, proofs, tiles, and where an event is. */
public final class LogTrees {
    /** The tree of the heads of all others. */
    public static final UUID ROOT_LOG = new UUID(-1, -1);

    private final JdbcClient jdbc;

    public LogTrees(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @throws IllegalArgumentException when the tree has no such leaf
     */
    public List<Hash> inclusion(UUID tree, long index, long size) {
        return hashes(tree, ProofNodes.ofInclusion(index, size));
    }

    /**
     * @throws IllegalArgumentException when the second size is less than the first
     */
    public List<Hash> consistency(UUID tree, long first, long second) {
        return hashes(tree, ProofNodes.ofConsistency(first, second));
    }

    public Hash root(UUID tree, long size) {
        return hash(tree, new Span(0, size));
    }

    /** Hash of the node above some leaves. */
    public Hash hash(UUID tree, Span leaves) {
        return hashes(tree, List.of(leaves)).getFirst();
    }

    private List<Hash> hashes(UUID tree, List<Span> nodes) {
        return new TiledTree(tiles(tree, TiledTree.tilesOf(nodes))).hashes(nodes);
    }

    /** The hashes of a tile, as far as the tree has them. */
    public Optional<byte[]> tile(UUID tree, Tile tile) {
        return Optional.ofNullable(tiles(tree, List.of(tile)).get(tile));
    }

    /** In one statement, because leaves move from one table to the other. */
    private Map<Tile, byte[]> tiles(UUID tree, Collection<Tile> tiles) {
        var found = new HashMap<Tile, byte[]>();
        jdbc.sql(
                """
                select level, tile.index, hashes
                  from unnest(?::smallint[], ?::bigint[]) as needed (level, index) join record_log.tile using (level, index)
                 where tree = ?
                 union all
                select 0, min(index) / 256, string_agg(hash, ''::bytea order by index) from record_log.recent_leaf where tree = ? group by tree""")
                .param(tiles.stream().map(it -> (short) it.level()).toArray(Short[]::new))
                .param(tiles.stream().map(Tile::index).toArray(Long[]::new)).param(tree).param(tree)
                .query(row -> {
                    found.put(new Tile(row.getInt(1), row.getLong(2)), row.getBytes(3));
                });
        return found;
    }

    /** Index of the leaf of the event at a position. */
    public Optional<Long> indexOf(UUID tree, long position) {
        return jdbc.sql("""
                select index from record_log.recent_leaf where tree = ? and position = ?
                 union all
                select index * 256 + array_position(positions, ?::bigint) - 1
                  from (select index, positions from record_log.tile where tree = ? and level = 0 and last_position >= ?
                         order by last_position limit 1) as tile
                 where ? = any (positions)""")
                .param(tree).param(position).param(position).param(tree).param(position).param(position)
                .query(Long.class).optional();
    }

    /** The organization whose tree has the event at a position. Reads many tiles: to be used where something is wrong. */
    public Optional<UUID> organizationOf(long position) {
        return jdbc.sql("""
                select tree from record_log.recent_leaf where position = ? and tree not in (?, ?)
                 union all
                select tree from record_log.tile where level = 0 and last_position >= ? and ? = any (positions) and tree not in (?, ?)
                 limit 1""")
                .param(position).param(TreeHead.STORE).param(ROOT_LOG).param(position).param(position).param(TreeHead.STORE).param(ROOT_LOG)
                .query(UUID.class).optional();
    }

    /** A leaf of a tree: the position of its event, and its hash. */
    public record LoggedLeaf(long position, Hash hash) {}

    /** The leaves of one tile of level 0, in order. */
    public List<LoggedLeaf> leaves(UUID tree, long tile) {
        return jdbc.sql("""
                select position, substring(hashes from (place * 32 - 31)::integer for 32) as hash
                  from record_log.tile, unnest(positions) with ordinality as leaf (position, place)
                 where tree = ? and level = 0 and index = ?
                 union all
                (select position, hash from record_log.recent_leaf where tree = ? and index >= ? and index < ? order by index)""")
                .param(tree).param(tile).param(tree).param(tile * Tile.WIDTH).param((tile + 1) * Tile.WIDTH)
                .query((row, _) -> new LoggedLeaf(row.getLong(1), Hash.of(row.getBytes(2)))).list();
    }
}
