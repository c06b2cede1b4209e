package roster.query.member;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import roster.contract.event.ApiTokenEvent;
import roster.contract.event.Event;
import roster.contract.event.InvitationMailEvent;
import roster.contract.event.MemberEvent;
import roster.contract.event.OrganizationEvent;
import roster.contract.member.CurrentMember;
import roster.contract.stored.RecordedEvent;
import roster.query.generation.Erased;
import roster.query.generation.Table;
import roster.query.generation.View;

/** The view of members: one row each, and the change by an event, which other views need. */
public final class MemberProjection implements View<MemberRow> {
    private final Map<UUID, MemberRow> members = new HashMap<>();
    private @Nullable Change change;
    private @Nullable MemberRow replaced;

    /** A member before and after an event. */
    public record Change(@Nullable CurrentMember before, CurrentMember after) {}

    @Override
    public Table<MemberRow> table() {
        return MemberTable.TABLE;
    }

    @Override
    public void load(JdbcClient jdbc, List<RecordedEvent> batch) {
        var ids = batch.stream().map(it -> memberId(it.event())).filter(Objects::nonNull).distinct().toList();
        table().load(jdbc, MemberTable.MEMBER_ID, ids).forEach(it -> members.put(it.member().memberId(), it));
    }

    private static @Nullable UUID memberId(Event event) {
        return switch (event) {
            case MemberEvent it -> it.memberId();
            case InvitationMailEvent it -> it.memberId();
            case OrganizationEvent _,ApiTokenEvent _ -> null;
        };
    }

    @Override
    public void apply(RecordedEvent recorded, Consumer<MemberRow> rows) {
        change = null;
        replaced = null;
        switch (recorded.event()) {
            case MemberEvent event -> change = evolve(event.memberId(), recorded);
            case InvitationMailEvent event -> replace(event.memberId(), MemberRow.mailed(members.get(event.memberId()), recorded));
            case OrganizationEvent _,ApiTokenEvent _ -> {
            }
        }
    }

    private Change evolve(UUID memberId, RecordedEvent recorded) {
        var before = members.get(memberId);
        var after = MemberRow.evolve(before, recorded);
        replace(memberId, after);
        return new Change(before == null ? null : before.member(), after.member());
    }

    private void replace(UUID memberId, MemberRow now) {
        replaced = members.put(memberId, now);
    }

    /** The row that the event that was applied last replaced. */
    public Optional<MemberRow> replaced() {
        return Optional.ofNullable(replaced);
    }

    /** The change by the event that was applied last. */
    public Optional<Change> change() {
        return Optional.ofNullable(change);
    }

    @Override
    public void end(Consumer<MemberRow> rows) {
        members.values().forEach(rows);
    }

    /** Removes the erased member's name as the inviter of other members. */
    @Override
    public void forget(JdbcClient jdbc, Erased erased) {
        jdbc.sql("update member set inviter_name = null where organization_id = any (?::uuid[]) and inviter_id = any (?::uuid[])")
                .param(erased.organizationIds()).param(erased.memberIds()).update();
    }
}
