package roster.contract.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class EventTypeTest {
    @Test
    void every_event_has_one_stored_name() {
        var events = permitted(Event.class).toList();

        assertThat(events).isNotEmpty();
        assertThat(Arrays.<Class<?>>asList(Arrays.stream(EventType.values()).map(EventType::eventClass).toArray(Class<?>[]::new)))
                .containsExactlyInAnyOrderElementsOf(events);
    }

    private static Stream<Class<?>> permitted(Class<?> type) {
        return type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventTypeTest::permitted) : Stream.of(type);
    }

    @Test
    void stored_names_are_unique_and_begin_with_the_aggregate() {
        var names = Arrays.stream(EventType.values()).map(EventType::storedName).toList();

        assertThat(names).doesNotHaveDuplicates()
                .allMatch(name -> name.matches("(organization|member|invitation_mail|api_token)\\.[a-z]+(_[a-z]+)*"));
        assertThat(EventType.MEMBER_INVITED.aggregateName()).isEqualTo("member");
    }

    @Test
    void a_name_that_is_not_known_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> EventType.named("member.promoted")).withMessageContaining("member.promoted");
    }
}
