package roster.query.role;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

import org.springframework.jdbc.core.simple.JdbcClient;

import roster.contract.stored.RecordedEvent;
import roster.query.generation.Table;
import roster.query.generation.View;
import roster.query.member.MemberProjection;
import roster.query.member.MemberProjection.Change;

/** The view of member counts by role and status, updated by changes of members. */
public final class RoleCountProjection implements View<RoleCount> {
    private final MemberProjection members;
    private final Map<RoleCount.Key, Long> changes = new HashMap<>();

    /** @param members must get each event before this view */
    public RoleCountProjection(MemberProjection members) {
        this.members = members;
    }

    @Override
    public Table<RoleCount> table() {
        return RoleCountTable.TABLE;
    }

    @Override
    public void apply(RecordedEvent recorded, Consumer<RoleCount> rows) {
        members.change().ifPresent(this::count);
    }

    private void count(Change change) {
        if (change.before() != null) {
            changes.merge(RoleCount.Key.of(change.before()), -1L, Long::sum);
        }
        changes.merge(RoleCount.Key.of(change.after()), 1L, Long::sum);
    }

    /** The difference to each count; may be 0. */
    @Override
    public void end(Consumer<RoleCount> rows) {
        changes.forEach((key, members) -> rows.accept(new RoleCount(key, members)));
    }

    @Override
    public void store(JdbcClient jdbc, Collection<RoleCount> rows) {
        table().insert(jdbc, rows, "do update set members = was.members + excluded.members");
    }
}
