package roster.query.search;

import java.util.Collection;
import java.util.Objects;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import roster.contract.member.CurrentMember;
import roster.contract.stored.RecordedEvent;
import roster.query.generation.Erased;
import roster.query.generation.Table;
import roster.query.generation.View;
import roster.query.member.MemberProjection;
import roster.query.member.MemberProjection.Change;

/**
 * The view of the names and addresses that members have or had: a row whenever one of them changes. Append-only, except that the rows of erased
 * members are removed.
 */
public final class MemberTextProjection implements View<MemberText> {
    private final MemberProjection members;

    /** @param members must get each event before this view */
    public MemberTextProjection(MemberProjection members) {
        this.members = members;
    }

    @Override
    public Table<MemberText> table() {
        return MemberTextTable.TABLE;
    }

    @Override
    public void apply(RecordedEvent recorded, Consumer<MemberText> rows) {
        members.change().filter(it -> !isSame(it.before(), it.after())).map(Change::after).filter(it -> !isUnreadable(it))
                .ifPresent(it -> rows.accept(new MemberText(it.memberId(), it.organizationId(), recorded.position(),
                        Pieces.of(it.organizationId(), it.name(), it.email()))));
    }

    private static boolean isSame(@Nullable CurrentMember before, CurrentMember after) {
        return before != null && Objects.equals(before.name(), after.name()) && Objects.equals(before.email(), after.email());
    }

    private static boolean isUnreadable(CurrentMember member) {
        return member.name() == null && member.email() == null;
    }

    @Override
    public void store(JdbcClient jdbc, Collection<MemberText> rows) {
        table().insert(jdbc, rows);
    }

    @Override
    public void forget(JdbcClient jdbc, Erased erased) {
        jdbc.sql("delete from member_text where member_id = any (?::uuid[])").param(erased.memberIds()).update();
    }
}
