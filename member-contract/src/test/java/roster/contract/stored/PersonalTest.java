package roster.contract.stored;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import roster.contract.event.Event;
import roster.contract.event.EventMetadata;
import roster.contract.event.OrganizationEvent;
import roster.contract.event.Personal;

/** Personal fields of events, and the keys that seal them. */
class PersonalTest {
    static final List<Event> EVENTS = Examples.EVENTS;
    /** Lists all text fields that are not personal, so that a new one needs a decision. */
    @Test
    void a_text_that_is_not_personal_is_known_not_to_be() {
        var clear = new TreeSet<String>();
        var seen = new HashSet<Class<?>>();
        EVENTS.forEach(event -> texts(event.getClass(), clear, seen));
        texts(EventMetadata.class, clear, seen);

        assertThat(clear).containsExactly("Actor.id", "EventMetadata.causationId", "EventMetadata.correlationId", "EventMetadata.requestId",
                "EventMetadata.traceparent", "Identity.provider", "InvitationMailFailed.status", "Organization.name", "Organization.slug",
                "OrganizationRegistered.name", "OrganizationRegistered.slug");
    }

    private static void texts(Class<?> type, Set<String> clear, Set<Class<?>> seen) {
        if (!type.isRecord() || !seen.add(type)) {
            return;
        }
        for (var component : type.getRecordComponents()) {
            if (component.getType() == String.class && component.getAnnotation(Personal.class) == null) {
                clear.add(type.getSimpleName() + "." + component.getName());
            }
            texts(component.getType(), clear, seen);
        }
    }

    @ParameterizedTest
    @FieldSource("EVENTS")
    void what_is_sealed_is_opened_as_it_was(Event event) {
        var type = EventType.of(event);
        var sealed = new ArrayList<String>();
        Sealer sealer = (_, pointer, text) -> {
            sealed.add(pointer + " of " + text);
            return new Sealer.Stored.Closed(sealed.size() - 1);
        };
        Sealer.Opener opener = (pointer, place) -> sealed.get(place).substring((pointer + " of ").length());

        var stored = EventJson.write(event, sealer);
        var metadata = EventJson.write(Examples.METADATA, sealer);

        assertThat(EventJson.read(type, type.revision(), stored, opener)).isEqualTo(event);
        assertThat(EventJson.readMetadata(metadata, opener)).isEqualTo(Examples.METADATA);
    }

    /** The store loads the keys before it seals. */
    @ParameterizedTest
    @FieldSource("EVENTS")
    void whose_keys_an_event_takes_is_known_before_it_is_sealed(Event event) {
        var concerned = new Concerned(event, Examples.METADATA);
        var asked = new HashSet<String>();
        Sealer sealer = (whose, _, _) -> {
            asked.add(whose);
            return new Sealer.Stored.Nothing();
        };

        EventJson.write(event, sealer);
        EventJson.write(Examples.METADATA, sealer);

        assertThat(concerned.personal()).containsExactlyInAnyOrderElementsOf(asked);
        assertThat(asked).filteredOn(whose -> concerned.member(whose).isEmpty())
                .as("without a person")
                .containsExactlyElementsOf(event instanceof OrganizationEvent ? List.of("subject") : List.of());
    }

    @Test
    void everything_that_is_personal_may_be_gone() {
        assertThat(EVENTS.stream().flatMap(it -> components(it.getClass()))).filteredOn(it -> it.isAnnotationPresent(Personal.class))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.getAnnotatedType().isAnnotationPresent(Nullable.class)).as(it.toString()).isTrue());
    }

    private static Stream<RecordComponent> components(Class<?> type) {
        return type.isRecord()
                ? Arrays.stream(type.getRecordComponents()).flatMap(it -> Stream.concat(Stream.of(it), components(it.getType())))
                : Stream.empty();
    }
}
