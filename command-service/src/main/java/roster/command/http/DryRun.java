package roster.command.http;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonRawValue;

import roster.contract.event.EventJson;
import roster.contract.event.EventType;
import roster.eventstore.NewEvent;

/**
 * The answer to a dry run: what the command would have recorded. It has neither an ETag nor a Consistency-Token, for no version and no
 * position came of it.
 */
record DryRun(boolean dryRun, List<Foreseen> events) {
    /** @param event in the shape in which it would be stored */
    record Foreseen(String type, UUID aggregateId, @JsonRawValue String event) {
        static Foreseen of(NewEvent it) {
            return new Foreseen(EventType.of(it.event()).storedName(), it.event().aggregateId(), EventJson.write(it.event()));
        }
    }

    static DryRun of(List<NewEvent> decided) {
        return new DryRun(true, decided.stream().map(Foreseen::of).toList());
    }
}
