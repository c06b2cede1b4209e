package roster.query.feed;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import roster.contract.kafka.MemberEventsTopic;
import roster.contract.stored.EventType;

/**
 * Types of events to filter by.
 *
 * @param names stored names, in order
 */
public record EventTypes(List<String> names) {
    /** @throws IllegalArgumentException for anything but types of events, with or without {@code roster.}, separated by commas */
    public static EventTypes of(String text) {
        return new EventTypes(Arrays.stream(text.split(",", -1)).flatMap(EventTypes::named).distinct().sorted().toList());
    }

    private static Stream<String> named(String name) {
        var known = EventType.all().stream()
                .filter(it -> it.storedName().equals(name) || MemberEventsTopic.cloudEventType(it).equals(name))
                .map(EventType::storedName).toList();
        if (known.isEmpty()) {
            throw new IllegalArgumentException("names a type of events that does not exist");
        }
        return known.stream();
    }
}
