package roster.contract.stored;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import roster.contract.event.Event;
import roster.contract.event.StoredAs;

/**
 * Type of an event, derived from its record and the {@link StoredAs} of the record.
 *
 * @param storedName {@code aggregate.event}, as in the event store and on Kafka
 * @param revision   the revision that this version writes
 */
public record EventType(String storedName, int revision, Class<? extends Event> eventClass) {
    private static final List<EventType> ALL = recordsOf(Event.class).map(EventType::declaredBy).toList();
    private static final Map<String, EventType> BY_NAME = ALL.stream()
            .collect(Collectors.toUnmodifiableMap(EventType::storedName, Function.identity()));
    private static final Map<Class<? extends Event>, EventType> BY_CLASS = ALL.stream()
            .collect(Collectors.toUnmodifiableMap(EventType::eventClass, Function.identity()));

    /** All event types, in order of declaration. */
    public static List<EventType> all() {
        return ALL;
    }

    public static EventType of(Event event) {
        return of(event.getClass());
    }

    public static EventType of(Class<? extends Event> eventClass) {
        return known(BY_CLASS.get(eventClass), eventClass.getName());
    }

    /** @throws IllegalArgumentException for an unknown name */
    public static EventType named(String storedName) {
        return known(BY_NAME.get(storedName), storedName);
    }

    private static EventType known(@Nullable EventType type, String what) {
        if (type == null) {
            throw new IllegalArgumentException("no such event: " + what);
        }
        return type;
    }

    /** The {@code organization} of {@code organization.registered}. */
    public String aggregateName() {
        return storedName.substring(0, storedName.indexOf('.'));
    }

    @Override
    public String toString() {
        return storedName;
    }

    private static Stream<Class<? extends Event>> recordsOf(Class<? extends Event> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(it -> recordsOf(it.asSubclass(Event.class)))
                : Stream.of(type);
    }

    private static EventType declaredBy(Class<? extends Event> event) {
        var stored = Objects.requireNonNull(event.getAnnotation(StoredAs.class), () -> event.getName() + " lacks @StoredAs");
        return new EventType(stored.value(), stored.revision(), event);
    }
}
