package roster.query.reconcile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import roster.contract.event.InvitationMailEvent;
import roster.contract.event.MemberEvent.InvitationIssued;
import roster.contract.stored.RecordedEvent;
import roster.eventstore.EventReader;
import roster.eventstore.UnreadableEvent;
import roster.operation.reconcile.Difference;
import roster.operation.reconcile.Verified;
import roster.query.member.MemberProjection;
import roster.query.member.MemberRow;

/** Folds the events of some members up to a position, and compares the result with their rows in the views. */
final class RowComparison {
    private final EventReader events;
    private final Verified<Copies> verified;
    private final long position;
    private final Map<UUID, String> unreadable = new HashMap<>();
    private final Map<UUID, UUID> memberOfInvitation = new HashMap<>();

    RowComparison(EventReader events, Verified<Copies> verified, long position) {
        this.events = events;
        this.verified = verified;
        this.position = position;
    }

    /**
     * Identifies what was compared.
     *
     * @param sequence the member's last one in the store
     */
    record Copies(long sequence, int row) {}

    /** @param rows the rows that the views have, which may be those of other members, too */
    List<Difference> of(Collection<UUID> members, List<MemberRow> rows) {
        var copies = copies(members, rows);
        var changed = members.stream().filter(it -> !verified.is(it, copies.get(it))).collect(Collectors.toSet());
        var differences = differences(changed, rows.stream()
                .filter(it -> changed.contains(it.member().memberId()) || !copies.containsKey(it.member().memberId())).toList());
        copies.forEach((member, it) -> {
            if (changed.contains(member)) {
                verified.right(member, it);
            }
        });
        differences.forEach(it -> verified.wrong(it.memberId()));
        return differences;
    }

    /** Of the members that both have. */
    private Map<UUID, Copies> copies(Collection<UUID> members, List<MemberRow> rows) {
        var sequences = events.lastSequences(members, position);
        var copies = new HashMap<UUID, Copies>();
        for (var row : rows) {
            var sequence = sequences.get(row.member().memberId());
            if (sequence != null) {
                copies.put(row.member().memberId(), new Copies(sequence, row.hashCode()));
            }
        }
        return copies;
    }

    private List<Difference> differences(Set<UUID> members, List<MemberRow> rows) {
        var folded = folded(members);
        var differences = new ArrayList<Difference>();
        unreadable.forEach((member, why) -> differences.add(new Difference(member, why)));
        for (var row : rows) {
            var expected = folded.remove(row.member().memberId());
            if (expected == null) {
                differences.add(new Difference(row.member().memberId(), "the views have a member without events"));
            } else if (!expected.equals(row)) {
                differences.add(new Difference(row.member().memberId(), "the views differ from the events in " + differing(expected, row)));
            }
        }
        folded.keySet().forEach(it -> differences.add(new Difference(it, "the views lack the member")));
        return differences.stream().filter(it -> !unreadable.containsKey(it.memberId()) || it.what().equals(unreadable.get(it.memberId())))
                .toList();
    }

    private static String differing(MemberRow expected, MemberRow row) {
        return new MemberProjection().table().columns().inOrder().stream()
                .filter(it -> !Objects.equals(it.text(expected), it.text(row)))
                .map(it -> it.name().equals("version") ? "version (" + it.text(row) + " instead of " + it.text(expected) + ")" : it.name())
                .collect(Collectors.joining(", "));
    }

    private Map<UUID, MemberRow> folded(Collection<UUID> members) {
        var fold = new MemberProjection();
        for (var recorded : streams(members)) {
            apply(fold, recorded);
        }
        var rows = new HashMap<UUID, MemberRow>();
        fold.end(it -> rows.put(it.member().memberId(), it));
        rows.keySet().removeAll(unreadable.keySet());
        return rows;
    }

    private void apply(MemberProjection fold, RecordedEvent recorded) {
        var member = recorded.event() instanceof InvitationMailEvent it ? it.memberId() : recorded.aggregateId();
        if (!unreadable.containsKey(member)) {
            try {
                fold.apply(recorded, _ -> {});
            } catch (RuntimeException _) {
                unreadable.put(member, "the event at position " + recorded.position() + " does not follow the ones before it");
            }
        }
    }

    /** Events of the members and of their invitations' e-mails, in order. */
    private List<RecordedEvent> streams(Collection<UUID> members) {
        var lives = read(new HashSet<>(members));
        lives.forEach(it -> {
            if (it.event() instanceof InvitationIssued issued) {
                memberOfInvitation.put(issued.invitationId(), issued.memberId());
            }
        });
        lives.addAll(read(new HashSet<>(memberOfInvitation.keySet())));
        lives.sort(Comparator.comparingLong(RecordedEvent::position));
        return lives;
    }

    /** Leaves out the aggregates with events that cannot be read. */
    private List<RecordedEvent> read(Set<UUID> aggregates) {
        while (true) {
            try {
                return new ArrayList<>(events.readAggregates(aggregates, position));
            } catch (UnreadableEvent e) {
                var aggregate = e.place().aggregateId();
                unreadable.put(memberOfInvitation.getOrDefault(aggregate, aggregate), String.valueOf(e.getMessage()));
                aggregates.remove(aggregate);
            }
        }
    }
}
