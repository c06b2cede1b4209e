package roster.console.activity;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import roster.console.history.What;
import roster.contract.stored.EventType;

/**
 * The types of events of one aggregate.
 *
 * @param value name of the aggregate, which stands for all of them in a search
 */
record EventGroup(String value, String title, List<EventType> types) {
    private static final List<EventGroup> ALL = List.of(of("member", "Members"), of("invitation_mail", "Invitation e-mails"),
            of("api_token", "API tokens"), of("organization", "Organization"));

    private static EventGroup of(String aggregate, String title) {
        return new EventGroup(aggregate, title, ofAggregate(aggregate).toList());
    }

    static List<EventGroup> all() {
        return ALL;
    }

    public String title(EventType type) {
        return What.title(type);
    }

    /** Stored names for query-service, of a value that was chosen. */
    static @Nullable String types(@Nullable String chosen) {
        var types = ofAggregate(String.valueOf(chosen)).map(EventType::storedName).collect(Collectors.joining(","));
        return types.isEmpty() ? chosen : types;
    }

    private static Stream<EventType> ofAggregate(String name) {
        return EventType.all().stream().filter(it -> it.aggregateName().equals(name));
    }
}
