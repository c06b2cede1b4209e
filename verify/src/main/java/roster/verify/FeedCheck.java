package roster.verify;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import roster.contract.kafka.MemberEventsTopic;
import roster.contract.stored.EventJson;
import roster.contract.stored.EventType;
import roster.recordlog.event.LoggedEvent;

/**
 * Compares an export of the event feed with the entries: the same events, with the same data. Names are in the export only. One that is missing
 * must be of a member who has been erased.
 */
final class FeedCheck {
    private final Iterator<String> lines;
    private final Findings findings;
    /** Members whose data is missing, with the first event that lacks it. */
    private final Map<UUID, LogEntry> nameless = new LinkedHashMap<>();
    private long compared;
    private boolean stopped;

    FeedCheck(Iterator<String> lines, Findings findings) {
        this.lines = lines;
        this.findings = findings;
    }

    void compare(LogEntry entry, LoggedEvent stored) {
        if (stopped) {
            return;
        }
        if (!lines.hasNext()) {
            stop("the export ends before " + entry);
            return;
        }
        var line = AnswerJson.read(lines.next());
        if (!line.path("id").asString("").equals(stored.eventId().toString())) {
            stop("the export has the event at position " + line.path("position").asString("?") + " where " + entry + " should be");
            return;
        }
        compared++;
        if (!isSame(line, stored, entry)) {
            findings.wrong(entry + ": the export has other data than the store");
        }
    }

    private void stop(String why) {
        findings.wrong(why);
        stopped = true;
    }

    private boolean isSame(JsonNode line, LoggedEvent stored, LogEntry entry) {
        try {
            var type = EventType.named(stored.type());
            var data = line.path("data");
            var owners = SealedOwners.of(stored.sealed().bytes());
            var opened = EventJson.read(type, stored.revision(), stored.payload(), (pointer, place) -> {
                var text = data.at(pointer);
                if (!text.isString()) {
                    owners.owner(place).ifPresent(it -> nameless.putIfAbsent(it, entry));
                    return null;
                }
                return text.asString();
            });
            return EventJson.read(type, stored.revision(), data.toString()).equals(opened)
                    && MemberEventsTopic.eventType(AnswerJson.text(line, "type")).equals(type)
                    && AnswerJson.text(line, "subject").equals(stored.aggregateId().toString())
                    && AnswerJson.text(line, "sequence").equals(Long.toString(stored.sequence()))
                    && AnswerJson.text(line, "position").equals(Long.toString(stored.position()))
                    && Instant.parse(AnswerJson.text(line, "time")).equals(stored.recordedAt());
        } catch (IllegalArgumentException | JacksonException e) {
            return false;
        }
    }

    void end(MemberFold members) {
        long erased = nameless.keySet().stream().filter(members::isErased).count();
        nameless.forEach((member, entry) -> {
            if (!members.isErased(member)) {
                findings.wrong(entry + ": personal data of member " + member + " is missing, and no event says that it was erased");
            }
        });
        if (!stopped && findings.areGood()) {
            findings.proven("export: all " + compared + " events have the data of the store"
                    + (erased == 0 ? "" : "; data is missing of " + erased + " members only, who were erased"));
        }
    }
}
