package roster.contract.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;

import roster.contract.Variants;
import roster.contract.event.Event;
import roster.contract.event.Inviter;
import roster.contract.event.MemberEvent;
import roster.contract.event.MemberEvent.InvitationAccepted;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.MemberEvent.MemberRoleChanged;
import roster.contract.event.MemberEvent.MemberSuspended;
import roster.contract.event.Organization;
import roster.contract.mail.Language;
import roster.contract.role.Role;

class EventJsonTest {
    static final List<Event> EVENTS = Examples.EVENTS;

    @Test
    void every_event_has_an_approved_shape() {
        assertThat(EVENTS).extracting(EventType::of).containsExactlyInAnyOrderElementsOf(EventType.all());
        assertThat(Approved.events()).containsAll(EventType.all().stream().map(Approved::nameOf).toList());
    }

    @ParameterizedTest
    @FieldSource("EVENTS")
    void an_event_is_written_as_approved(Event event) {
        Variants.shapes((Record & Event) event).forEach((variant, it) -> {
            var name = Approved.nameOf(EventType.of(it), variant);
            Approved.approve(name, EventJson.write(it));
            assertThat(EventJson.write(it)).as(name).isEqualTo(Approved.compact(name));
        });
    }

    @ParameterizedTest
    @FieldSource("EVENTS")
    void what_was_approved_is_read_as_the_event(Event event) {
        var type = EventType.of(event);

        Variants.shapes((Record & Event) event).forEach((variant, it) -> assertThat(
                EventJson.read(type, type.revision(), Approved.json(Approved.nameOf(type, variant)))).as(variant).isEqualTo(it));
    }

    /** Includes revisions that are no longer written. */
    @ParameterizedTest
    @MethodSource("roster.contract.stored.Approved#events")
    void every_shape_that_was_ever_stored_is_readable(String name) {
        var revision = name.lastIndexOf(".v");
        var type = EventType.named(name.substring(0, revision));

        assertThat(EventJson.read(type, Integer.parseInt(name.substring(revision + 2).replaceFirst("-.*", "")), Approved.json(name)))
                .isInstanceOf(type.eventClass());
    }

    @Test
    void metadata_are_written_and_read_as_approved() {
        assertThat(EventJson.write(Examples.METADATA)).isEqualTo(Approved.compact("metadata"));
        assertThat(EventJson.readMetadata(Approved.json("metadata"))).isEqualTo(Examples.METADATA);
    }

    @Test
    void metadata_leave_out_what_is_not_known() {
        assertThat(EventJson.write(Examples.LEAST_METADATA)).isEqualTo(Approved.compact("metadata-least"));
        assertThat(EventJson.readMetadata(Approved.json("metadata-least"))).isEqualTo(Examples.LEAST_METADATA);
    }

    @Test
    void an_event_leaves_out_what_is_not_known() {
        var firstAdmin = new MemberInvited(Examples.GRACE, Examples.ACME, Examples.INVITATION, "Grace Hopper", "grace@navy.example",
                Role.ADMIN, null, Examples.EXPIRY);
        var anonymous = new InvitationAccepted(Examples.GRACE, Examples.INVITATION, Role.ADMIN, null);

        assertThat(EventJson.write(firstAdmin)).doesNotContain("inviter");
        assertThat(EventJson.write(anonymous)).doesNotContain("identity");
        assertThat(EventJson.read(EventType.of(MemberInvited.class), 1, EventJson.write(firstAdmin))).isEqualTo(firstAdmin);
        assertThat(EventJson.read(EventType.of(InvitationAccepted.class), 1, EventJson.write(anonymous))).isEqualTo(anonymous);
    }

    @Test
    void an_organization_of_which_no_language_is_known_speaks_english() {
        var invited = (MemberInvited) EventJson.read(EventType.of(MemberInvited.class), 1,
                Approved.compact("member.invited.v1").replace(",\"locale\":\"de\"", ""));

        assertThat(invited.organization()).isEqualTo(new Organization(Examples.ACME.id(), "acme", "Acme"));
        assertThat(invited.organization().language()).isEqualTo(Language.ENGLISH);
        assertThat(Examples.ACME.language()).isEqualTo(Language.GERMAN);
        assertThat(EventJson.write(invited)).doesNotContain("locale", "language");
    }

    @Test
    void what_named_a_person_may_be_gone() {
        var erased = new MemberInvited(Examples.GRACE, Examples.ACME, Examples.INVITATION, null, null, Role.ADMIN,
                new Inviter(Examples.TOKEN, null, null), Examples.EXPIRY);

        assertThat(EventJson.write(erased)).doesNotContain("email");
        assertThat(EventJson.read(EventType.of(MemberInvited.class), 1, EventJson.write(erased))).isEqualTo(erased);
    }

    @Test
    void a_field_that_is_not_known_is_ignored() {
        var suspended = EventJson.read(EventType.of(MemberSuspended.class), 1, """
                {"memberId": "%s", "until": "2030-01-01"}""".formatted(Examples.GRACE));

        assertThat(suspended).isEqualTo(new MemberEvent.MemberSuspended(Examples.GRACE));
    }

    @Test
    void a_revision_that_is_not_known_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> EventJson.read(EventType.of(MemberSuspended.class), 2, "{}"));
    }

    @Test
    void json_of_something_else_is_refused() {
        assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> EventJson.read(EventType.of(MemberSuspended.class), 1, "[]"));
        assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> EventJson.read(EventType.of(MemberRoleChanged.class), 1, """
                {"memberId": "%s", "from": "developer", "to": "owner"}""".formatted(Examples.GRACE)));
    }

    @Test
    void json_that_lacks_what_must_be_known_is_refused() {
        assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> EventJson.read(EventType.of(MemberSuspended.class), 1, "{}"));
        assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> EventJson.readMetadata("{}"));
        assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> EventJson.read(EventType.of(MemberInvited.class), 1,
                Approved.json("member.invited.v1").replace("\"developer\"", "null")));
    }
}
