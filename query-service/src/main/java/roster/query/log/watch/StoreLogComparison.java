package roster.query.log.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import roster.operation.reconcile.Comparison;
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

/**
 * Compares the events in the store with what was hashed of them, tile by tile, newest first, and looks at the newest ones again meanwhile. The
 * tiles are compared with the signed checkpoint ({@link SignedTrees}), so that trees that were changed together with events are found, too.
 */
public final class StoreLogComparison implements Comparison {
    /** 10,240 events. */
    private static final int NEWEST_TILES = 40;
    private static final long AGAIN_NANOS = 15_000_000_000L;

    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;
    private final LogTrees trees;
    private final StoredEvents events;
    private final SignedTrees signed;
    /** Tiles of what differed, to look at them again. */
    private final Map<UUID, Long> tiles = new HashMap<>();
    private long lookedAtNewest;

    public StoreLogComparison(DataSource connection, SignedTrees signed) {
        this.jdbc = JdbcClient.create(connection);
        this.snapshot = new TransactionTemplate(new JdbcTransactionManager(connection));
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setReadOnly(true);
        this.trees = new LogTrees(jdbc);
        this.events = new StoredEvents(jdbc);
        this.signed = signed;
    }

    /** Events that the tree of all has, and the position up to which. */
    private record Extent(long size, long position) {
        long tiles() {
            return (size + Tile.WIDTH - 1) / Tile.WIDTH;
        }
    }

    @Override
    public String pair() {
        return "store-log";
    }

    @Override
    public String lock() {
        return "7, 5";
    }

    @Override
    public void compareAll(Pass pass) throws InterruptedException {
        compareNewest(pass);
        for (long tile = extent().tiles() - 1 - NEWEST_TILES; tile >= 0; tile--) {
            compare(tile, pass);
            if (System.nanoTime() - lookedAtNewest > AGAIN_NANOS) {
                compareNewest(pass);
            }
        }
    }

    private void compareNewest(Pass pass) throws InterruptedException {
        signed.differences(jdbc).forEach(pass::found);
        long tiles = extent().tiles();
        for (long tile = tiles - 1; tile >= Math.max(0, tiles - NEWEST_TILES); tile--) {
            compare(tile, pass);
        }
        lookedAtNewest = System.nanoTime();
    }

    private void compare(long tile, Pass pass) throws InterruptedException {
        differences(tile).forEach(it -> {
            tiles.put(it.memberId(), tile);
            pass.found(it);
        });
        pass.rest(Tile.WIDTH);
    }

    @Override
    public List<Difference> compareAgain(List<Difference> known) {
        var again = new ArrayList<>(signed.differences(jdbc));
        Set<Long> looked = known.stream().map(it -> tiles.get(it.memberId())).filter(it -> it != null)
                .collect(Collectors.toCollection(TreeSet::new));
        looked.forEach(it -> again.addAll(differences(it)));
        var names = again.stream().map(Difference::memberId).collect(Collectors.toSet());
        tiles.keySet().retainAll(names);
        return again;
    }

    private Extent extent() {
        return jdbc.sql("select size, (select position from record_log.progress) from record_log.tree where tree = ?").param(TreeHead.STORE)
                .query((row, _) -> new Extent(row.getLong(1), row.getLong(2))).optional().orElse(new Extent(0, 0));
    }

    private List<Difference> differences(long tile) {
        var found = snapshot.<List<Difference>>execute(_ -> differencesNow(tile));
        return found == null ? List.of() : found;
    }

    private List<Difference> differencesNow(long tile) {
        var extent = extent();
        var leaves = trees.leaves(TreeHead.STORE, tile);
        if (leaves.isEmpty()) {
            return List.of();
        }
        long after = tile == 0 ? -1 : lastPosition(tile - 1);
        long upTo = tile == extent.tiles() - 1 ? extent.position() : leaves.getLast().position();
        var stored = events.read(after, upTo, Integer.MAX_VALUE, Function.identity()).stream()
                .collect(Collectors.toMap(LoggedEvent::position, Function.identity(), (one, _) -> one, LinkedHashMap::new));
        var differences = new ArrayList<Difference>();
        tileDiffers(tile, leaves).ifPresent(differences::add);
        for (var leaf : leaves) {
            difference(leaf, stored.remove(leaf.position())).ifPresent(differences::add);
        }
        stored.values().forEach(
                it -> differences.add(new Difference(it.eventId(), named(it) + " was added after the log had passed its position")));
        return differences;
    }

    private long lastPosition(long tile) {
        return jdbc.sql("select last_position from record_log.tile where tree = ? and level = 0 and index = ?").param(TreeHead.STORE)
                .param(tile)
                .query(Long.class).optional().orElse(-1L);
    }

    private static Optional<Difference> difference(LoggedLeaf leaf, @Nullable LoggedEvent event) {
        if (event == null) {
            return Optional.of(
                    new Difference(new UUID(0, leaf.position()), "the event at position " + leaf.position() + " is missing in the store"));
        }
        return event.hash().equals(leaf.hash()) ? Optional.empty()
                : Optional.of(new Difference(event.eventId(), named(event) + " is not what was hashed"));
    }

    private static String named(LoggedEvent event) {
        return "the event at position " + event.position() + " (" + event.type() + " of aggregate " + event.aggregateId() + ")";
    }

    /** A complete tile has the hash that the level above has of it, up to which {@link SignedTrees} looks. */
    private Optional<Difference> tileDiffers(long tile, List<LoggedLeaf> leaves) {
        if (leaves.size() < Tile.WIDTH) {
            return Optional.empty();
        }
        var range = new CompactRange();
        leaves.forEach(it -> range.append(it.hash()));
        return range.root().equals(above(tile)) ? Optional.empty()
                : Optional.of(new Difference(new UUID(-1, tile), "the hashes of events " + tile * Tile.WIDTH + " to "
                        + ((tile + 1) * Tile.WIDTH - 1) + " are not those that were signed"));
    }

    private Hash above(long tile) {
        return trees.hash(TreeHead.STORE, new Span(tile * Tile.WIDTH, (tile + 1) * Tile.WIDTH));
    }
}
