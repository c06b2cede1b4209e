package roster.command.publisher;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

import roster.command.kafka.Headers;
import roster.contract.event.MemberEvent;
import roster.contract.kafka.MemberState;
import roster.contract.kafka.MemberStateJson;
import roster.contract.kafka.MemberStateTopic;
import roster.contract.member.CurrentMember;
import roster.contract.schema.JsonSchemas;
import roster.contract.stored.RecordedEvent;
import roster.eventstore.Epochs;
import roster.eventstore.EventReader;
import roster.eventstore.UnreadableEvent;

/**
 * Records with the states of the members of events. Each state is as of the high-water mark, even if the events are older, so that a state is
 * never followed by an older one.
 */
final class MemberStates implements PublishedSource.Publication {
    private final EventReader store;
    private final Epochs epochs;
    private final JsonSchemas schemas;

    MemberStates(EventReader store, Epochs epochs, JsonSchemas schemas) {
        this.store = store;
        this.epochs = epochs;
        this.schemas = schemas;
    }

    @Override
    public List<ProducerRecord<String, String>> records(List<RecordedEvent> events, long upTo) {
        var members = events.stream().filter(it -> it.event() instanceof MemberEvent).map(RecordedEvent::aggregateId)
                .collect(Collectors.toSet());
        if (members.isEmpty()) {
            return List.of();
        }
        return store.readAggregates(members, upTo).stream().collect(Collectors.groupingBy(RecordedEvent::aggregateId)).values().stream()
                .map(MemberStates::state).map(it -> producerRecord(it, Epochs.of(upTo))).toList();
    }

    /** @param stream all events from the first one, without gaps */
    private static MemberState state(List<RecordedEvent> stream) {
        @Nullable CurrentMember member = null;
        for (var recorded : stream) {
            member = evolve(member, recorded);
        }
        return MemberState.of(Objects.requireNonNull(member), stream.getLast().position());
    }

    private static CurrentMember evolve(@Nullable CurrentMember member, RecordedEvent recorded) {
        try {
            return CurrentMember.evolve(member, recorded);
        } catch (RuntimeException e) {
            throw UnreadableEvent.of(recorded, e);
        }
    }

    private ProducerRecord<String, String> producerRecord(MemberState state, int epoch) {
        var record = new ProducerRecord<>(MemberStateTopic.NAME, state.memberId().toString(), value(state));
        if (!state.hasEnded()) {
            Headers.add(record, MemberStateTopic.CONTENT_TYPE, "application/json");
            Headers.add(record, MemberStateTopic.DATA_SCHEMA, schemas.ofMemberState());
        }
        Headers.add(record, MemberStateTopic.SEQUENCE, state.version());
        Headers.add(record, MemberStateTopic.POSITION, state.position());
        Headers.add(record, MemberStateTopic.EPOCH, epoch);
        Headers.add(record, MemberStateTopic.STORE, epochs.storeId());
        Headers.add(record, MemberStateTopic.ORGANIZATION, state.organizationId());
        return record;
    }

    private static @Nullable String value(MemberState state) {
        return state.hasEnded() ? null : MemberStateJson.write(state);
    }
}
