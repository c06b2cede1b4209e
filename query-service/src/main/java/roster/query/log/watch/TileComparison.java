package roster.query.log.watch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import roster.operation.reconcile.Difference;
import roster.query.log.LogTrees;
import roster.query.log.LogTrees.LoggedLeaf;
import roster.query.log.StoredEvents;
import roster.recordlog.event.LoggedEvent;
import roster.recordlog.event.TreeHead;
import roster.recordlog.merkle.CompactRange;
import roster.recordlog.merkle.Hash;
import roster.recordlog.merkle.Span;
import roster.recordlog.merkle.Tile;

/** Compares one tile of the tree of all events with the stored events, in one snapshot. */
final class TileComparison {
    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;
    private final LogTrees trees;
    private final StoredEvents events;

    TileComparison(DataSource connection) {
        this.jdbc = JdbcClient.create(connection);
        this.snapshot = new TransactionTemplate(new JdbcTransactionManager(connection));
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setReadOnly(true);
        this.trees = new LogTrees(jdbc);
        this.events = new StoredEvents(jdbc);
    }

    /** Events that the tree of all has, and the position up to which. */
    private record Extent(long size, long position) {
        long tiles() {
            return (size + Tile.WIDTH - 1) / Tile.WIDTH;
        }
    }

    /** Number of tiles that the tree has now. */
    long tiles() {
        return extent().tiles();
    }

    private Extent extent() {
        return jdbc.sql("select size, (select position from record_log.progress) from record_log.tree where tree = ?").param(TreeHead.STORE)
                .query((row, _) -> new Extent(row.getLong(1), row.getLong(2))).optional().orElse(new Extent(0, 0));
    }

    List<Discrepancy> discrepancies(long tile) {
        var found = snapshot.<List<Discrepancy>>execute(_ -> discrepanciesNow(tile));
        return found == null ? List.of() : found;
    }

    private List<Discrepancy> discrepanciesNow(long tile) {
        var extent = extent();
        var leaves = trees.leaves(TreeHead.STORE, tile);
        if (leaves.isEmpty()) {
            return List.of();
        }
        long after = tile == 0 ? -1 : lastPosition(tile - 1);
        long upTo = tile == extent.tiles() - 1 ? extent.position() : leaves.getLast().position();
        var stored = events.read(after, upTo, Integer.MAX_VALUE, Function.identity()).stream()
                .collect(Collectors.toMap(LoggedEvent::position, Function.identity(), (one, _) -> one, LinkedHashMap::new));
        var discrepancies = new ArrayList<Discrepancy>();
        tileDiffers(tile, leaves).ifPresent(discrepancies::add);
        for (var leaf : leaves) {
            discrepancy(leaf, stored.remove(leaf.position())).ifPresent(discrepancies::add);
        }
        stored.values().forEach(it -> discrepancies.add(Discrepancy.added(it)));
        return discrepancies;
    }

    private long lastPosition(long tile) {
        return jdbc.sql("select last_position from record_log.tile where tree = ? and level = 0 and index = ?").param(TreeHead.STORE)
                .param(tile)
                .query(Long.class).optional().orElse(-1L);
    }

    private static Optional<Discrepancy> discrepancy(LoggedLeaf leaf, @Nullable LoggedEvent event) {
        if (event == null) {
            return Optional.of(Discrepancy.missing(leaf.position()));
        }
        return event.hash().equals(leaf.hash()) ? Optional.empty() : Optional.of(Discrepancy.changed(event));
    }

    /** A complete tile has the hash that the level above has of it, up to which {@link SignedTrees} looks. */
    private Optional<Discrepancy> tileDiffers(long tile, List<LoggedLeaf> leaves) {
        if (leaves.size() < Tile.WIDTH) {
            return Optional.empty();
        }
        var range = new CompactRange();
        leaves.forEach(it -> range.append(it.hash()));
        return range.root().equals(above(tile)) ? Optional.empty()
                : Optional.of(Discrepancy.ofLog(new Difference(new UUID(-1, tile), "the hashes of events " + tile * Tile.WIDTH + " to "
                        + ((tile + 1) * Tile.WIDTH - 1) + " are not those that were signed")));
    }

    private Hash above(long tile) {
        return trees.hash(TreeHead.STORE, new Span(tile * Tile.WIDTH, (tile + 1) * Tile.WIDTH));
    }
}
