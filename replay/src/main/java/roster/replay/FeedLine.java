package roster.replay;

import java.time.Instant;
import java.util.UUID;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import roster.contract.event.Event;
import roster.contract.kafka.MemberEventsTopic;
import roster.contract.stored.EventJson;

/**
 * An event as the feed writes it: one line of a file in the format {@code application/x-ndjson}.
 *
 * @param proof the event's line of the checksum
 */
record FeedLine(long position, UUID organization, long sequence, Instant time, Event event, String proof) {
    private static final JsonMapper JSON = new JsonMapper();

    /** @throws ReplayFailed for anything else, and for an event that this version does not know */
    static FeedLine of(String line) {
        try {
            var json = JSON.readTree(line);
            var event = EventJson.read(MemberEventsTopic.eventType(text(json, "type")), json.path("revision").asInt(),
                    json.path("data").toString());
            return new FeedLine(Long.parseLong(text(json, "position")), UUID.fromString(text(json, "organization")),
                    Long.parseLong(text(json, "sequence")), Instant.parse(text(json, "time")), event, proof(json));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new ReplayFailed("not an event that this version can read (" + e.getMessage() + "): " + line);
        }
    }

    private static String proof(JsonNode json) {
        return String.join(" ", text(json, "position"), text(json, "id"), text(json, "subject"), text(json, "sequence"),
                text(json, "type"), text(json, "time"));
    }

    private static String text(JsonNode json, String field) {
        var value = json.path(field);
        if (!value.isString()) {
            throw new IllegalArgumentException("lacks " + field);
        }
        return value.asString();
    }
}
