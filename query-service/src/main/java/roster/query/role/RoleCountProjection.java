package roster.query.role;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.springframework.jdbc.core.simple.JdbcClient;

import roster.contract.stored.RecordedEvent;
import roster.query.generation.Table;
import roster.query.generation.View;
import roster.query.member.MemberProjection;
import roster.query.member.MemberProjection.Change;

/** The view of member counts by role and status: a row for each change of a count. Append-only. */
public final class RoleCountProjection implements View<RoleCount> {
    private final MemberProjection members;
    private final Map<RoleCount.Key, Long> counts = new HashMap<>();

    /** @param members must get each event before this view */
    public RoleCountProjection(MemberProjection members) {
        this.members = members;
    }

    @Override
    public Table<RoleCount> table() {
        return RoleCountTable.TABLE;
    }

    @Override
    public void load(JdbcClient jdbc, List<RecordedEvent> batch) {
        var organizations = batch.stream().map(RecordedEvent::organizationId).distinct().toList();
        RoleCountTable.asOf(Long.MAX_VALUE, organizations, jdbc).forEach(it -> counts.put(it.key(), it.members()));
    }

    @Override
    public void apply(RecordedEvent recorded, Consumer<RoleCount> rows) {
        members.change().ifPresent(it -> count(it, recorded.position(), rows));
    }

    private void count(Change change, long position, Consumer<RoleCount> rows) {
        var now = RoleCount.Key.of(change.after());
        var before = change.before() == null ? null : RoleCount.Key.of(change.before());
        if (now.equals(before)) {
            return;
        }
        if (before != null) {
            rows.accept(new RoleCount(before, position, counts.merge(before, -1L, Long::sum)));
        }
        rows.accept(new RoleCount(now, position, counts.merge(now, 1L, Long::sum)));
    }

    @Override
    public void store(JdbcClient jdbc, Collection<RoleCount> rows) {
        table().insert(jdbc, rows);
    }
}
