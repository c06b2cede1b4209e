package roster.contract.stored;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

import roster.contract.event.Event;
import roster.contract.event.EventMetadata;

/**
 * Reads and writes events and their metadata as JSON, for the event store, its readers and Kafka. Converts older revisions to current records;
 * fields that no longer exist are ignored.
 */
public final class EventJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(included -> included.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .annotationIntrospector(AnnotationIntrospector.pair(new JacksonAnnotationIntrospector(),
                    AnnotationIntrospector.pair(new NothingMissing(), new PersonalText())))
            .build();
    private static final ObjectReader METADATA = JSON.readerFor(EventMetadata.class);
    private static final Map<EventType, ObjectReader> READERS = EventType.all().stream()
            .collect(Collectors.toUnmodifiableMap(Function.identity(), it -> JSON.readerFor(it.eventClass())));

    private EventJson() {}

    public static String write(Event event) {
        return JSON.writeValueAsString(event);
    }

    public static String write(EventMetadata metadata) {
        return JSON.writeValueAsString(metadata);
    }

    /** JSON for the event store, with sealed personal fields. */
    public static String write(Event event, Sealer sealer) {
        return JSON.writer().withAttribute(Sealer.class, sealer).writeValueAsString(event);
    }

    /** JSON for the event store, with sealed personal fields. */
    public static String write(EventMetadata metadata, Sealer sealer) {
        return JSON.writer().withAttribute(Sealer.class, sealer).writeValueAsString(metadata);
    }

    /**
     * @throws IllegalArgumentException for an unknown revision
     * @throws JacksonException         for JSON that is not that event
     */
    public static Event read(EventType type, int revision, String json) {
        return reader(type, revision).readValue(json);
    }

    public static EventMetadata readMetadata(String json) {
        return METADATA.readValue(json);
    }

    /** As {@link #read(EventType, int, String)}, from the event store: sealed fields are opened, or null. */
    public static Event read(EventType type, int revision, String json, Sealer.Opener opener) {
        return reader(type, revision).withAttribute(Sealer.Opener.class, opener).readValue(json);
    }

    /** As {@link #readMetadata(String)}, from the event store: sealed fields are opened, or null. */
    public static EventMetadata readMetadata(String json, Sealer.Opener opener) {
        return METADATA.withAttribute(Sealer.Opener.class, opener).readValue(json);
    }

    private static ObjectReader reader(EventType type, int revision) {
        if (revision != type.revision()) {
            throw new IllegalArgumentException(type.storedName() + " has no revision " + revision);
        }
        return Objects.requireNonNull(READERS.get(type));
    }
}
