package roster.query.log;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;

import roster.recordlog.merkle.CompactRange;
import roster.recordlog.merkle.Hash;
import roster.recordlog.merkle.Tile;

/** Loads and saves trees that grow, in the caller's transaction. */
final class TreeStore {
    private final JdbcClient jdbc;

    TreeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The trees with their sizes; those that have no leaves yet are empty. */
    Map<UUID, GrowingTree> load(Collection<UUID> ids) {
        var trees = new HashMap<UUID, GrowingTree>();
        jdbc.sql("select tree, size, subtrees from record_log.tree where tree = any(?::uuid[])").param(ids.toArray(UUID[]::new))
                .query(row -> {
                    var id = row.getObject(1, UUID.class);
                    trees.put(id, new GrowingTree(id, CompactRange.of(row.getLong(2), row.getBytes(3))));
                });
        ids.forEach(id -> trees.computeIfAbsent(id, it -> new GrowingTree(it, new CompactRange())));
        return trees;
    }

    void save(Collection<GrowingTree> trees) {
        jdbc.sql("""
                insert into record_log.tree (tree, size, subtrees)
                select * from unnest(?::uuid[], ?::bigint[], ?::bytea[])
                    on conflict (tree) do update set size = excluded.size, subtrees = excluded.subtrees""")
                .param(trees.stream().map(GrowingTree::id).toArray(UUID[]::new))
                .param(trees.stream().map(GrowingTree::size).toArray(Long[]::new))
                .param(trees.stream().map(GrowingTree::subtrees).toArray(byte[][]::new)).update();
        var earlier = takeRecent(trees.stream().filter(GrowingTree::completesTile).map(GrowingTree::id).toList());
        var tiles = new ArrayList<LeafTile>();
        var recent = new ArrayList<RecentLeaf>();
        trees.forEach(tree -> divide(tree, earlier.getOrDefault(tree.id(), List.of()), tiles, recent));
        insertTiles(tiles);
        insertRecent(recent);
        extendUpper(trees);
    }

    private record RecentLeaf(UUID tree, long index, Leaf leaf) {}

    private record LeafTile(UUID tree, long index, List<Leaf> leaves) {
        byte[] hashes() {
            return joined(leaves.stream().map(Leaf::hash).toList());
        }

        String positions() {
            return leaves.stream().map(it -> Long.toString(it.position())).collect(Collectors.joining(",", "{", "}"));
        }
    }

    /** Complete tiles, and the leaves of the incomplete one. */
    private static void divide(GrowingTree tree, List<Leaf> earlier, List<LeafTile> tiles, List<RecentLeaf> recent) {
        var leaves = new ArrayList<>(earlier);
        leaves.addAll(tree.added());
        long first = tree.size() - leaves.size();
        int at = 0;
        while (tree.completesTile() && leaves.size() - at >= Tile.WIDTH) {
            tiles.add(new LeafTile(tree.id(), (first + at) / Tile.WIDTH, leaves.subList(at, at + Tile.WIDTH)));
            at += Tile.WIDTH;
        }
        for (; at < leaves.size(); at++) {
            recent.add(new RecentLeaf(tree.id(), first + at, leaves.get(at)));
        }
    }

    private Map<UUID, List<Leaf>> takeRecent(List<UUID> ids) {
        var leaves = new HashMap<UUID, List<Leaf>>();
        if (!ids.isEmpty()) {
            jdbc.sql("""
                    with taken as (delete from record_log.recent_leaf where tree = any(?::uuid[]) returning tree, index, position, hash)
                    select tree, position, hash from taken order by tree, index""")
                    .param(ids.toArray(UUID[]::new)).query(row -> {
                        var tree = row.getObject(1, UUID.class);
                        leaves.computeIfAbsent(tree, _ -> new ArrayList<>()).add(new Leaf(tree, row.getLong(2), Hash.of(row.getBytes(3))));
                    });
        }
        return leaves;
    }

    private void insertTiles(List<LeafTile> tiles) {
        if (!tiles.isEmpty()) {
            jdbc.sql("""
                    insert into record_log.tile (tree, level, index, hashes, positions, last_position)
                    select tree, 0, index, hashes, positions::bigint[], last_position
                      from unnest(?::uuid[], ?::bigint[], ?::bytea[], ?::text[], ?::bigint[])
                           as new (tree, index, hashes, positions, last_position)""")
                    .param(tiles.stream().map(LeafTile::tree).toArray(UUID[]::new))
                    .param(tiles.stream().map(LeafTile::index).toArray(Long[]::new))
                    .param(tiles.stream().map(LeafTile::hashes).toArray(byte[][]::new))
                    .param(tiles.stream().map(LeafTile::positions).toArray(String[]::new))
                    .param(tiles.stream().map(it -> it.leaves().getLast().position()).toArray(Long[]::new)).update();
        }
    }

    private void insertRecent(List<RecentLeaf> leaves) {
        if (!leaves.isEmpty()) {
            jdbc.sql("""
                    insert into record_log.recent_leaf (tree, index, position, hash)
                    select * from unnest(?::uuid[], ?::bigint[], ?::bigint[], ?::bytea[])""")
                    .param(leaves.stream().map(RecentLeaf::tree).toArray(UUID[]::new))
                    .param(leaves.stream().map(RecentLeaf::index).toArray(Long[]::new))
                    .param(leaves.stream().map(it -> it.leaf().position()).toArray(Long[]::new))
                    .param(leaves.stream().map(it -> it.leaf().hash().bytes()).toArray(byte[][]::new)).update();
        }
    }

    private record UpperHashes(UUID tree, Tile tile, ByteArrayOutputStream hashes) {}

    private void extendUpper(Collection<GrowingTree> trees) {
        var upper = trees.stream().flatMap(tree -> tree.upper().entrySet().stream()
                .map(it -> new UpperHashes(tree.id(), it.getKey(), it.getValue()))).toList();
        if (!upper.isEmpty()) {
            jdbc.sql("""
                    insert into record_log.tile (tree, level, index, hashes, positions, last_position)
                    select tree, level, index, hashes, '{}', 0
                      from unnest(?::uuid[], ?::smallint[], ?::bigint[], ?::bytea[]) as new (tree, level, index, hashes)
                        on conflict (tree, level, index) do update set hashes = tile.hashes || excluded.hashes""")
                    .param(upper.stream().map(UpperHashes::tree).toArray(UUID[]::new))
                    .param(upper.stream().map(it -> (short) it.tile().level()).toArray(Short[]::new))
                    .param(upper.stream().map(it -> it.tile().index()).toArray(Long[]::new))
                    .param(upper.stream().map(it -> it.hashes().toByteArray()).toArray(byte[][]::new)).update();
        }
    }

    private static byte[] joined(List<Hash> hashes) {
        var joined = ByteBuffer.allocate(hashes.size() * Hash.LENGTH);
        hashes.forEach(it -> it.writeTo(joined));
        return joined.array();
    }
}
