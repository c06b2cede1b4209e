package roster.command.http;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonRawValue;

import roster.contract.stored.EventJson;
import roster.contract.stored.EventType;
import roster.eventstore.NewEvent;

/**
 * Response to a dry run: the events that the command would record. Has no ETag and no Consistency-Token, because there is no new version or
 * position.
 */
record DryRun(List<Foreseen> events) {
    /** @param event JSON of the event, as it would be stored */
    record Foreseen(String type, UUID aggregateId, @JsonRawValue String event) {
        static Foreseen of(NewEvent it) {
            return new Foreseen(EventType.of(it.event()).storedName(), it.event().aggregateId(), EventJson.write(it.event()));
        }
    }

    static DryRun of(List<NewEvent> decided) {
        return new DryRun(decided.stream().map(Foreseen::of).toList());
    }
}
