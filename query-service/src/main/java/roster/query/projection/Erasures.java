package roster.query.projection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

import roster.contract.event.MemberEvent;
import roster.contract.event.MemberEvent.MemberErased;
import roster.contract.event.RecordedEvent;
import roster.eventstore.EventReader;
import roster.query.history.HistoryEntry;
import roster.query.history.HistoryRows;
import roster.query.member.MemberRows;
import roster.query.member.MemberView;
import roster.query.token.ApiTokenRows;

/**
 * Takes what named erased members out of all views: as if they were built anew, now that it can be read nowhere. A member's own row
 * follows from the event; here is what was written of them before and elsewhere.
 */
final class Erasures {
    private final JdbcClient jdbc;
    private final EventReader events;

    Erasures(JdbcClient jdbc, EventReader events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    void carryOut(List<RecordedEvent> batch) {
        var erased = batch.stream().filter(it -> it.event() instanceof MemberErased).toList();
        if (!erased.isEmpty()) {
            var members = erased.stream().map(RecordedEvent::aggregateId).toList();
            var organizations = erased.stream().map(RecordedEvent::organizationId).distinct().toList();
            HistoryRows.replace(jdbc, members, retold(members));
            MemberRows.forgetInviters(jdbc, organizations, members);
            ApiTokenRows.forgetOwners(jdbc, organizations, members);
        }
    }

    /** Nothing comes after an erasure, so that every stream is whole. */
    private List<HistoryEntry> retold(List<UUID> members) {
        var views = new HashMap<UUID, MemberView>();
        var history = new ArrayList<HistoryEntry>();
        for (var recorded : events.readAggregates(members, Long.MAX_VALUE)) {
            var id = ((MemberEvent) recorded.event()).memberId();
            var before = views.get(id);
            var after = MemberView.evolve(before, recorded);
            views.put(id, after);
            history.add(HistoryEntry.of(before, recorded, after));
        }
        return history;
    }
}
