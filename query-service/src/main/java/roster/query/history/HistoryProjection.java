package roster.query.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.function.Consumer;

import org.springframework.jdbc.core.simple.JdbcClient;

import roster.contract.stored.RecordedEvent;
import roster.query.generation.Erased;
import roster.query.generation.Table;
import roster.query.generation.View;
import roster.query.member.MemberProjection;

/** The view of members' history. Append-only, except that entries of erased members are rewritten. */
public final class HistoryProjection implements View<HistoryEntry> {
    private final MemberProjection members;

    /** @param members must get each event before this view */
    public HistoryProjection(MemberProjection members) {
        this.members = members;
    }

    @Override
    public Table<HistoryEntry> table() {
        return HistoryTable.TABLE;
    }

    /** One row per event, and no state in memory. */
    @Override
    public void apply(RecordedEvent recorded, Consumer<HistoryEntry> rows) {
        members.change().ifPresent(it -> rows.accept(HistoryEntry.of(recorded, it)));
    }

    @Override
    public void store(JdbcClient jdbc, Collection<HistoryEntry> rows) {
        table().insert(jdbc, rows);
    }

    /** Folds the events of erased members again. The erasure is the last event of a stream, so each stream is complete. */
    @Override
    public void forget(JdbcClient jdbc, Erased erased) {
        jdbc.sql("delete from member_history where member_id = any (?::uuid[])").param(erased.memberIds()).update();
        var retold = new ArrayList<HistoryEntry>();
        var lives = new MemberProjection();
        var history = new HistoryProjection(lives);
        for (var recorded : erased.streams().get()) {
            lives.apply(recorded, _ -> {});
            history.apply(recorded, retold::add);
        }
        table().insert(jdbc, retold);
    }
}
