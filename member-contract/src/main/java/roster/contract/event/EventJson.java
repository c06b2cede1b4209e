package roster.contract.event;

import com.fasterxml.jackson.annotation.JsonInclude;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.introspect.AnnotationIntrospectorPair;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events and their metadata as JSON: the one place that knows how a stored shape becomes today's record, for the event store, its
 * readers and Kafka alike. Fields that an older shape had and today's lacks are ignored.
 */
public final class EventJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(included -> included.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .annotationIntrospector(new AnnotationIntrospectorPair(new JacksonAnnotationIntrospector(), new NothingMissing()))
            .build();

    private EventJson() {}

    public static String write(Event event) {
        return JSON.writeValueAsString(event);
    }

    public static String write(EventMetadata metadata) {
        return JSON.writeValueAsString(metadata);
    }

    /**
     * @throws IllegalArgumentException for a revision that this version does not know
     * @throws JacksonException         for JSON that is not of that event
     */
    public static Event read(EventType type, int revision, String json) {
        if (revision != type.revision()) {
            throw new IllegalArgumentException(type.storedName() + " has no revision " + revision);
        }
        return JSON.readValue(json, type.eventClass());
    }

    public static EventMetadata readMetadata(String json) {
        return JSON.readValue(json, EventMetadata.class);
    }
}
