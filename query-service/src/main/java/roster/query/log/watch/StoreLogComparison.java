package roster.query.log.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import roster.operation.reconcile.Comparison;
import roster.operation.reconcile.Difference;
import roster.query.log.LogAlarms;
import roster.query.log.LogTrees;
import roster.recordlog.merkle.Tile;

/**
 * Compares the events in the store with what was hashed of them, tile by tile, newest first, and looks at the newest ones again meanwhile. The
 * tiles are compared with the signed checkpoint ({@link SignedTrees}), so that trees that were changed together with events are found, too. What
 * is found twice in a row is an alarm in the log.
 */
public final class StoreLogComparison implements Comparison {
    /** 10,240 events. */
    private static final int NEWEST_TILES = 40;
    private static final long AGAIN_NANOS = 15_000_000_000L;

    private final JdbcClient jdbc;
    private final LogTrees trees;
    private final LogAlarms alarms;
    private final TileComparison store;
    private final SignedTrees signed;
    /** Tiles of what differed, to look at them again. */
    private final Map<UUID, Long> tiles = new HashMap<>();
    private long lookedAtNewest;

    public StoreLogComparison(DataSource connection, SignedTrees signed) {
        this.jdbc = JdbcClient.create(connection);
        this.trees = new LogTrees(jdbc);
        this.alarms = new LogAlarms(jdbc);
        this.store = new TileComparison(connection);
        this.signed = signed;
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
        for (long tile = store.tiles() - 1 - NEWEST_TILES; tile >= 0; tile--) {
            compare(tile, pass);
            if (System.nanoTime() - lookedAtNewest > AGAIN_NANOS) {
                compareNewest(pass);
            }
        }
    }

    private void compareNewest(Pass pass) throws InterruptedException {
        found(this::ofSigned, pass);
        long count = store.tiles();
        for (long tile = count - 1; tile >= Math.max(0, count - NEWEST_TILES); tile--) {
            compare(tile, pass);
        }
        lookedAtNewest = System.nanoTime();
    }

    private void compare(long tile, Pass pass) throws InterruptedException {
        found(() -> store.discrepancies(tile), pass).forEach(it -> tiles.put(it.difference().memberId(), tile));
        pass.rest(Tile.WIDTH);
    }

    private List<Discrepancy> found(Supplier<List<Discrepancy>> look, Pass pass) {
        var discrepancies = look.get();
        discrepancies.forEach(it -> pass.found(it.difference()));
        if (discrepancies.stream().anyMatch(it -> !alarms.isKnown(it.alarm()))) {
            var again = Set.copyOf(look.get());
            discrepancies.stream().filter(again::contains).filter(it -> !alarms.isKnown(it.alarm()))
                    .forEach(it -> alarms.record(it.tree(trees), it.alarm()));
        }
        return discrepancies;
    }

    private List<Discrepancy> ofSigned() {
        return signed.differences(jdbc).stream().map(Discrepancy::ofLog).toList();
    }

    @Override
    public List<Difference> compareAgain(List<Difference> known) {
        var again = new ArrayList<>(signed.differences(jdbc));
        Set<Long> looked = known.stream().map(it -> tiles.get(it.memberId())).filter(it -> it != null)
                .collect(Collectors.toCollection(TreeSet::new));
        looked.forEach(it -> store.discrepancies(it).forEach(discrepancy -> again.add(discrepancy.difference())));
        var names = again.stream().map(Difference::memberId).collect(Collectors.toSet());
        tiles.keySet().retainAll(names);
        return again;
    }
}
