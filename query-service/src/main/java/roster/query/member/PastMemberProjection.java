package roster.query.member;

import java.util.Collection;
import java.util.function.Consumer;

import org.springframework.jdbc.core.simple.JdbcClient;

import roster.contract.stored.RecordedEvent;
import roster.query.generation.Erased;
import roster.query.generation.Table;
import roster.query.generation.View;

/** The view of former states of members. Append-only, except that the personal data of erased members is removed. */
public final class PastMemberProjection implements View<PastMember> {
    private final MemberProjection members;

    /** @param members must get each event before this view */
    public PastMemberProjection(MemberProjection members) {
        this.members = members;
    }

    @Override
    public Table<PastMember> table() {
        return PastMemberTable.TABLE;
    }

    /** One row per event that replaced another row, and no state in memory. */
    @Override
    public void apply(RecordedEvent recorded, Consumer<PastMember> rows) {
        members.replaced().ifPresent(it -> rows.accept(new PastMember(it, recorded.position())));
    }

    @Override
    public void store(JdbcClient jdbc, Collection<PastMember> rows) {
        table().insert(jdbc, rows);
    }

    @Override
    public void forget(JdbcClient jdbc, Erased erased) {
        jdbc.sql("update member_past set name = null, email = null, name_key = '', email_key = '' where member_id = any (?::uuid[])")
                .param(erased.memberIds()).update();
        jdbc.sql("update member_past set inviter_name = null where organization_id = any (?::uuid[]) and inviter_id = any (?::uuid[])")
                .param(erased.organizationIds()).param(erased.memberIds()).update();
    }
}
