package roster.console.service;

import java.util.List;

import tools.jackson.databind.JsonNode;

/** Result of a dry run: the events that the command would record. */
public record DryRunAnswer(List<Event> events) {
    /** @param aggregateId aggregate of the event */
    public record Event(String type, String aggregateId) {}

    static DryRunAnswer of(JsonNode answer) {
        return new DryRunAnswer(answer.path("events").valueStream()
                .map(it -> new Event(it.path("type").asString(), it.path("aggregateId").asString())).toList());
    }

    public List<Event> of(String type) {
        return events.stream().filter(it -> it.type.equals(type)).toList();
    }
}
