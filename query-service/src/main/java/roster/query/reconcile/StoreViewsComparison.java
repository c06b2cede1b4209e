package roster.query.reconcile;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import roster.eventstore.EventReader;
import roster.eventstore.sealing.DataKeys;
import roster.operation.reconcile.Comparison;
import roster.operation.reconcile.Difference;
import roster.operation.reconcile.Verified;
import roster.query.generation.Generation;
import roster.query.generation.Generations;
import roster.query.generation.Layout;
import roster.query.member.MemberProjection;
import roster.query.member.MemberRow;
import roster.query.reconcile.RowComparison.Copies;

/**
 * Compares the rows of members in the live views with a fold of their events. Each chunk is read in one snapshot, and its events up to the
 * position that the views have in it, so that nothing in flight differs.
 */
final class StoreViewsComparison implements Comparison {
    private static final int CHUNK = 1_000;
    private static final long PENDING_MILLIS = 500;
    private static final String INVITED = """
            select aggregate_id from event_store.event where sequence_number = 0 and event_type = 'member.invited' and aggregate_id > ?
             order by aggregate_id limit ?""";
    private static final String ERASURE_IS_PENDING = """
            select exists (select from event_store.event where position > ? and event_type = 'member.erased')""";

    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;
    private final Generations generations;
    private final EventReader events;
    private final Verified<Copies> verified = new Verified<>();

    StoreViewsComparison(DataSource connection, Layout layout, DataKeys keys) {
        this.jdbc = JdbcClient.create(connection);
        this.snapshot = new TransactionTemplate(new JdbcTransactionManager(connection));
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setReadOnly(true);
        this.generations = new Generations(jdbc, layout);
        this.events = new EventReader(jdbc, keys);
    }

    /** @param last the last member of the chunk; empty when there are no more */
    private record Chunk(int members, Optional<UUID> last, List<Difference> differences) {}

    @Override
    public String pair() {
        return "store-views";
    }

    @Override
    public String lock() {
        return "7, 3";
    }

    @Override
    public void compareAll(Pass pass) throws InterruptedException {
        for (var after = Optional.of(new UUID(0, 0)); after.isPresent();) {
            var from = after.get();
            var chunk = atOnePosition(position -> chunk(from, position));
            chunk.differences.forEach(pass::found);
            pass.rest(chunk.members);
            after = chunk.last;
        }
    }

    @Override
    public List<Difference> compareAgain(List<Difference> known) throws InterruptedException {
        var members = known.stream().map(Difference::memberId).toList();
        return atOnePosition(position -> new RowComparison(events, verified, position).of(members, rows("member_id = any (?::uuid[])",
                (Object) members.toArray(UUID[]::new))));
    }

    private interface Question<T> {
        T ask(long position);
    }

    /** Waits while the views have not got to an erasure, whose names can no longer be folded. */
    private <T> T atOnePosition(Question<T> question) throws InterruptedException {
        while (true) {
            var answer = snapshot.<Optional<T>>execute(_ -> generations.live().map(Generation::position)
                    .filter(it -> !jdbc.sql(ERASURE_IS_PENDING).param(it).query(Boolean.class).single()).map(question::ask));
            if (answer.isPresent()) {
                return answer.get();
            }
            Thread.sleep(PENDING_MILLIS);
        }
    }

    private Chunk chunk(UUID after, long position) {
        var members = jdbc.sql(INVITED).param(after).param(CHUNK).query(UUID.class).list();
        var isLast = members.size() < CHUNK;
        var rows = isLast ? rows("member_id > ?", after) : rows("member_id > ? and member_id <= ?", after, members.getLast());
        return new Chunk(members.size(), isLast ? Optional.empty() : Optional.of(members.getLast()),
                new RowComparison(events, verified, position).of(members, rows));
    }

    private List<MemberRow> rows(String condition, Object... parameters) {
        var table = new MemberProjection().table();
        return jdbc.sql(table.select() + " where " + condition).params(parameters).query(table.mapper()).list();
    }
}
