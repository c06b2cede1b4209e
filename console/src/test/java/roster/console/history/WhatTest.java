package roster.console.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import roster.console.history.HistoryItem.Who;
import roster.console.members.ListedMember;
import roster.contract.event.InvitationStatus;
import roster.contract.event.MemberStatus;
import roster.contract.role.Role;
import roster.contract.stored.EventType;

class WhatTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final UUID GRACE = UUID.fromString("01990000-0000-7000-8000-0000000000ce");
    private static final UUID ADA = UUID.fromString("01990000-0000-7000-8000-0000000000ad");
    private static final ListedMember MEMBER = new ListedMember(GRACE, "Grace Hopper", "grace@navy.example", Role.ADMIN,
            MemberStatus.ACTIVE, NOW, 3,
            new ListedMember.Invitation(InvitationStatus.ACCEPTED, NOW, null, null, null));

    private static HistoryItem entry(String type, Who who, @Nullable Map<String, Object> before, Map<String, Object> after) {
        return new HistoryItem(type, NOW, who, null, null, before, after);
    }

    private static String sentence(String type, Who who, Map<String, Object> after) {
        var moment = HistoryLine.of(entry(type, who, Map.of(), after), MEMBER, true);
        return moment.who() + " " + moment.what();
    }

    private static Who ada() {
        return new Who("member", ADA.toString(), "Ada Lovelace");
    }

    static Stream<EventType> events_of_members() {
        return EventType.all().stream().filter(it -> it.aggregateName().equals("member"));
    }

    @ParameterizedTest
    @MethodSource("events_of_members")
    void there_are_words_for_everything_that_happens_to_members(EventType type) {
        assertThat(sentence(type.storedName(), ada(), Map.of())).doesNotContain(type.storedName());
    }

    @Test
    void an_event_that_is_newer_than_the_console_is_called_by_its_name() {
        assertThat(sentence("member.promoted", ada(), Map.of())).isEqualTo("Ada Lovelace triggered “member.promoted”");
    }

    @Test
    void an_invitation_says_as_what() {
        assertThat(sentence("member.invited", ada(), Map.of("name", "Grace", "role", "endpoint_user")))
                .isEqualTo("Ada Lovelace invited Grace as Endpoint User");
    }

    @Test
    void a_member_who_deletes_themselves_leaves() {
        var grace = new Who("member", GRACE.toString(), "Grace Hopper");

        assertThat(sentence("member.deleted", grace, Map.of())).isEqualTo("Grace Hopper left the organization");
        assertThat(sentence("member.deleted", ada(), Map.of())).isEqualTo("Ada Lovelace deleted the member");
    }

    @Test
    void every_kind_of_actor_has_words() {
        assertThat(sentence("member.suspended", new Who("token", ADA.toString(), null), Map.of()))
                .isEqualTo("API token …000000ad suspended the member");
        assertThat(sentence("member.suspended", new Who("token", ADA.toString(), "nightly"), Map.of()))
                .isEqualTo("API token nightly suspended the member");
        assertThat(sentence("member.suspended", new Who("operator", "operator", null), Map.of()))
                .isEqualTo("An operator suspended the member");
        assertThat(sentence("member.suspended", new Who("operator", "night shift", null), Map.of()))
                .isEqualTo("Operator night shift suspended the member");
        assertThat(sentence("member.invitation_expired", new Who("system", "roster", null), Map.of()))
                .isEqualTo("Roster marked the invitation as expired");
        assertThat(sentence("member.suspended", new Who("member", ADA.toString(), null), Map.of()))
                .isEqualTo("A former member suspended the member");
        assertThat(sentence("member.suspended", new Who("robot", "R2", null), Map.of())).isEqualTo("robot R2 suspended the member");
    }

    @Test
    void what_changed_is_told_in_words_in_a_fixed_order() {
        var entry = entry("member.invitation_resent", ada(),
                Map.of("invitationIssue", 1, "invitationExpiresAt", "2026-12-01T10:00:00Z", "invitationStatus", "expired", "role", "admin",
                        "mood", "calm"),
                Map.of("invitationIssue", 2, "invitationExpiresAt", "2026-12-08T10:00:00Z", "invitationStatus", "pending", "role",
                        "endpoint_user", "mood", "busy"));

        assertThat(Change.of(entry)).containsExactly(new Change("Role", "Admin", "Endpoint User"),
                new Change("Invitation", "Expired", "Pending"),
                new Change("Open until", "1 Dec 2026, 10:00 UTC", "8 Dec 2026, 10:00 UTC"), new Change("E-mail", "1", "2"),
                new Change("mood", "calm", "busy"));
    }

    @Test
    void what_was_nothing_before_or_is_nothing_now_is_not_told_as_something() {
        var nothing = new HashMap<String, Object>(Map.of("email", "grace@navy.example"));
        nothing.put("invitationRequestedAt", null);
        var asked = Map.<String, Object>of("invitationRequestedAt", "2026-12-01T10:00:00Z");

        assertThat(Change.of(entry("member.invited", ada(), null, nothing))).extracting(Change::field).containsExactly("Email");
        assertThat(Change.of(entry("member.invitation_resent", ada(), asked, nothing))).extracting(Change::field)
                .containsExactly("Email");
        assertThat(Change.of(entry("member.new_invitation_requested", ada(), nothing, asked)))
                .containsExactly(new Change("New invitation requested", null, "1 Dec 2026, 10:00 UTC"));
    }

    @Test
    void the_first_event_does_not_repeat_what_its_sentence_says() {
        var entry = entry("member.invited", ada(), null, Map.of("name", "Grace Hopper", "email", "grace@navy.example", "role", "admin",
                "status", "invited", "invitationStatus", "pending", "invitationIssue", 1, "erased", false));

        assertThat(Change.of(entry)).containsExactly(new Change("Email", null, "grace@navy.example"));
    }
}
