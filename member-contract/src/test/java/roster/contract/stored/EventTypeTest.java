package roster.contract.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import roster.contract.event.MemberEvent.MemberInvited;

class EventTypeTest {
    @Test
    void every_event_has_one_stored_name() {
        assertThat(EventType.all()).isNotEmpty().allMatch(it -> it.eventClass().isRecord())
                .allSatisfy(it -> assertThat(EventType.named(it.storedName())).isSameAs(EventType.of(it.eventClass())));
    }

    @Test
    void stored_names_are_unique_and_begin_with_the_aggregate() {
        var names = EventType.all().stream().map(EventType::storedName).toList();

        assertThat(names).doesNotHaveDuplicates()
                .allMatch(name -> name.matches("(organization|member|invitation_mail|api_token)\\.[a-z]+(_[a-z]+)*"));
        assertThat(EventType.of(MemberInvited.class).aggregateName()).isEqualTo("member");
    }

    @Test
    void a_name_that_is_not_known_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> EventType.named("member.promoted")).withMessageContaining("member.promoted");
    }
}
