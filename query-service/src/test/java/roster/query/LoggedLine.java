package roster.query;

import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

import tools.jackson.databind.JsonNode;

import roster.recordlog.event.LoggedEvent;
import roster.recordlog.event.LoggedEvent.Sealed;

/** A line of the file with entries of the log. */
final class LoggedLine {
    private LoggedLine() {}

    static LoggedEvent event(JsonNode line) {
        return new LoggedEvent(Long.parseLong(line.path("position").asString()), id(line, "eventId"), id(line, "aggregateId"),
                id(line, "organizationId"), line.path("sequence").asLong(), line.path("type").asString(), line.path("revision").asInt(),
                Instant.parse(line.path("recordedAt").asString()), line.path("payload").asString(), line.path("metadata").asString(),
                new Sealed(Base64.getDecoder().decode(line.path("sealed").asString())));
    }

    private static UUID id(JsonNode line, String name) {
        return UUID.fromString(line.path(name).asString());
    }
}
