package roster.query.projection;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import roster.contract.event.ApiTokenEvent;
import roster.contract.event.InvitationMailEvent;
import roster.contract.event.MemberEvent;
import roster.contract.event.OrganizationEvent;
import roster.contract.event.RecordedEvent;
import roster.query.history.HistoryEntry;
import roster.query.member.MemberView;
import roster.query.role.RoleCount;
import roster.query.role.RoleTally;
import roster.query.token.ApiTokenView;

/** All views, folded together event by event: the same for a batch on top of what is there and for everything from the beginning. */
final class Fold {
    private final Map<UUID, MemberView> members;
    private final Map<UUID, ApiTokenView> tokens;
    private final RoleTally roles = new RoleTally();
    private final Consumer<HistoryEntry> history;
    private long events;

    /**
     * @param members as they were before, by id; those that the events are about suffice
     * @param tokens  likewise
     * @param history takes the entries as they arise
     */
    Fold(Map<UUID, MemberView> members, Map<UUID, ApiTokenView> tokens, Consumer<HistoryEntry> history) {
        this.members = members;
        this.tokens = tokens;
        this.history = history;
    }

    void apply(RecordedEvent recorded) {
        switch (recorded.event()) {
            case OrganizationEvent _ -> {
            }
            case MemberEvent event -> apply(event.memberId(), recorded);
            case InvitationMailEvent event -> members.compute(event.memberId(), (_, was) -> MemberView.mailed(was, recorded));
            case ApiTokenEvent event -> tokens.compute(event.tokenId(), (_, was) -> ApiTokenView.evolve(was, recorded));
        }
        events++;
    }

    private void apply(UUID memberId, RecordedEvent recorded) {
        var before = members.get(memberId);
        var after = MemberView.evolve(before, recorded);
        members.put(memberId, after);
        roles.count(before, after);
        history.accept(HistoryEntry.of(before, recorded, after));
    }

    long events() {
        return events;
    }

    Collection<ApiTokenView> tokens() {
        return tokens.values();
    }

    Collection<MemberView> members() {
        return members.values();
    }

    Collection<RoleCount> roleChanges() {
        return roles.changes();
    }
}
