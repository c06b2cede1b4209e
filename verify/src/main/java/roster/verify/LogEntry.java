package roster.verify;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import roster.recordlog.event.LoggedEvent;
import roster.recordlog.event.LoggedEvent.Sealed;
import roster.recordlog.merkle.Hash;

/**
 * A line of the file with entries.
 *
 * @param logged hash that the tree has
 * @param event  null when the store no longer has it
 */
record LogEntry(long index, long position, Hash logged, @Nullable LoggedEvent event) {
    /** @throws VerificationFailed for anything else */
    static LogEntry of(String line) {
        var json = AnswerJson.read(line);
        try {
            long position = AnswerJson.position(json);
            return new LogEntry(AnswerJson.number(json, "index"), position, Hash.ofBase64(AnswerJson.text(json, "hash")),
                    json.path("eventId").isString() ? event(json, position) : null);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new VerificationFailed("not an entry (" + e.getMessage() + "): " + line);
        }
    }

    private static LoggedEvent event(JsonNode json, long position) {
        return new LoggedEvent(position, AnswerJson.id(json, "eventId"), AnswerJson.id(json, "aggregateId"),
                AnswerJson.id(json, "organizationId"),
                AnswerJson.number(json, "sequence"), AnswerJson.text(json, "type"), Math.toIntExact(AnswerJson.number(json, "revision")),
                AnswerJson.instant(json, "recordedAt"), AnswerJson.text(json, "payload"), AnswerJson.text(json, "metadata"),
                new Sealed(AnswerJson.bytes(json, "sealed")));
    }

    @Override
    public String toString() {
        return "event " + index + " (position " + position + (event == null ? "" : ", " + event.type() + ", id " + event.eventId()) + ")";
    }
}
