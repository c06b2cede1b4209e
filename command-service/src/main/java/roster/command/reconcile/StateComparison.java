package roster.command.reconcile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import roster.contract.kafka.MemberState;
import roster.contract.member.CurrentMember;
import roster.contract.stored.RecordedEvent;
import roster.eventstore.EventReader;
import roster.eventstore.UnreadableEvent;
import roster.operation.reconcile.Difference;
import roster.operation.reconcile.Verified;

/** Compares the states of some members on Kafka with their events. */
final class StateComparison {
    private final EventReader events;
    private final Verified<Copies> verified;
    private final long published;

    /** @param published position up to which everything was published before the topic was read */
    StateComparison(EventReader events, Verified<Copies> verified, long published) {
        this.events = events;
        this.verified = verified;
        this.published = published;
    }

    /**
     * Identifies what was compared.
     *
     * @param sequence the member's last one in the store
     */
    record Copies(long sequence, PublishedState state) {}

    List<Difference> of(List<UUID> members, Map<UUID, PublishedState> states) {
        var copies = copies(members, states);
        var changed = members.stream().filter(it -> !verified.is(it, copies.get(it)))
                .collect(Collectors.toCollection(HashSet::new));
        var differences = new ArrayList<Difference>();
        streams(changed, differences)
                .forEach((member, stream) -> differing(stream, states.get(member))
                        .ifPresent(it -> differences.add(new Difference(member, it))));
        copies.forEach((member, it) -> {
            if (changed.contains(member)) {
                verified.right(member, it);
            }
        });
        differences.forEach(it -> verified.wrong(it.memberId()));
        return differences;
    }

    /** Of the members whose newest event is published. */
    private Map<UUID, Copies> copies(List<UUID> members, Map<UUID, PublishedState> states) {
        var copies = new HashMap<UUID, Copies>();
        events.lastSequences(members, Long.MAX_VALUE).forEach((member, sequence) -> {
            var state = states.get(member);
            if (state != null && state.sequence() == sequence) {
                copies.put(member, new Copies(sequence, state));
            }
        });
        return copies;
    }

    private Map<UUID, List<RecordedEvent>> streams(Set<UUID> members, List<Difference> differences) {
        while (true) {
            try {
                return members.isEmpty() ? new HashMap<>()
                        : events.readAggregates(members, Long.MAX_VALUE).stream()
                                .collect(Collectors.groupingBy(RecordedEvent::aggregateId));
            } catch (UnreadableEvent e) {
                differences.add(new Difference(e.place().aggregateId(), String.valueOf(e.getMessage())));
                members.remove(e.place().aggregateId());
            }
        }
    }

    private Optional<String> differing(List<RecordedEvent> stream, @Nullable PublishedState state) {
        long last = stream.getLast().sequence();
        long due = stream.stream().filter(it -> it.position() <= published).mapToLong(RecordedEvent::sequence).max().orElse(-1);
        if (state == null) {
            return due < 0 || after(stream, last).hasEnded() ? Optional.empty() : Optional.of("Kafka lacks the member");
        } else if (state.sequence() == PublishedState.UNKNOWN) {
            return Optional.of("the state on Kafka has no sequence");
        } else if (state.sequence() < due || state.sequence() > last) {
            return Optional.of("Kafka has sequence " + state.sequence() + ", the store " + (state.sequence() < due ? due : last));
        }
        return state.shows(after(stream, state.sequence())) ? Optional.empty()
                : Optional.of("the state on Kafka differs from the events up to sequence " + state.sequence());
    }

    private static MemberState after(List<RecordedEvent> stream, long sequence) {
        @Nullable CurrentMember member = null;
        long position = 0;
        for (var recorded : stream) {
            if (recorded.sequence() <= sequence) {
                member = CurrentMember.evolve(member, recorded);
                position = recorded.position();
            }
        }
        return MemberState.of(Objects.requireNonNull(member), position);
    }
}
