package roster.console.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import roster.console.history.HistoryItem.ActingMember;
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
        return new HistoryItem(null, null, type, NOW, who, null, null, before, after, null, null, null);
    }

    private static String sentence(String type, Who who, Map<String, Object> after) {
        var moment = HistoryLine.of(entry(type, who, Map.of(), after), MEMBER, true);
        return moment.who() + " " + moment.what();
    }

    private static String told(String type, @Nullable Who who, @Nullable ActingMember about, Map<String, Object> data) {
        var line = HistoryLine.of(new HistoryItem(null, null, type, NOW, who, null, null, null, null, about, "deploys", data), true);
        return (line.who() + " " + line.what()).strip();
    }

    private static Who ada() {
        return new Who("member", ADA.toString(), "Ada Lovelace");
    }

    static List<EventType> types() {
        return EventType.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void there_are_words_for_everything_that_happens(EventType type) {
        var about = new ActingMember(GRACE, "Grace Hopper");

        assertThat(sentence(type.storedName(), ada(), Map.of())).doesNotContain(type.storedName(), "{");
        assertThat(told(type.storedName(), ada(), about, Map.of("ownerId", GRACE))).doesNotContain(type.storedName(), "{")
                .satisfies(it -> assertThat(it.contains("Grace Hopper")).isEqualTo(!type.aggregateName().equals("organization")));
        assertThat(What.title(type)).doesNotContain("_", ".").isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "member.invited | Ada Lovelace invited Grace Hopper as Developer | Invited Grace as Developer",
            "member.role_changed | Ada Lovelace changed the role of Grace Hopper | Changed the role of a member",
            "member.suspended | Ada Lovelace suspended Grace Hopper | Suspended a member",
            "invitation_mail.sent | Ada Lovelace delivered the invitation e-mail to Grace Hopper | Delivered the invitation e-mail to a member",
            "api_token.revoked | Ada Lovelace revoked the API token “deploys” of the organization | Revoked the API token “deploys” of the organization",
            "organization.registered | Ada Lovelace registered the organization | Registered the organization"})
    void among_events_of_all_members_each_names_the_member_whom_it_is_about(String type, String sentence, String withoutAudit) {
        var data = Map.<String, Object>of("name", "Grace", "role", "developer", "recipient", "invitee");

        assertThat(told(type, ada(), new ActingMember(GRACE, "Grace Hopper"), data)).isEqualTo(sentence);
        assertThat(told(type, null, null, data)).isEqualTo(withoutAudit);
    }

    @Test
    void members_are_not_named_twice_and_erased_ones_not_at_all() {
        var grace = new Who("member", GRACE.toString(), "Grace Hopper");
        var about = new ActingMember(GRACE, "Grace Hopper");

        assertThat(told("member.invitation_accepted", grace, about, Map.of())).isEqualTo("Grace Hopper accepted the invitation");
        assertThat(told("member.deleted", grace, about, Map.of())).isEqualTo("Grace Hopper left the organization");
        assertThat(told("api_token.created", grace, about, Map.of("ownerId", GRACE)))
                .isEqualTo("Grace Hopper created the API token “deploys”");
        assertThat(told("member.erased", ada(), new ActingMember(GRACE, null), Map.of()))
                .isEqualTo("Ada Lovelace erased the name and the address of a former member permanently");
    }

    @Test
    void what_is_worth_telling_of_events_that_change_no_member_is_told() {
        assertThat(details("organization.locale_changed", Map.of("from", "en", "to", "de")))
                .containsExactly(new Change("Language", "English", "German"));
        assertThat(details("api_token.created", Map.of("scopes", List.of("audit", "events"), "expiresAt", "2026-12-01T10:00:00Z")))
                .containsExactly(new Change("Scopes", null, "audit, events"), new Change("Valid until", null, "1 Dec 2026, 10:00 UTC"));
        assertThat(details("invitation_mail.failed", Map.of("failure", "unknown_address", "status", "550 5.1.1")))
                .containsExactly(new Change("Cause", null, "unknown address"), new Change("Mail server", null, "550 5.1.1"));
        assertThat(details("api_token.revoked", Map.of())).isEmpty();
    }

    private static List<Change> details(String type, Map<String, Object> data) {
        return Change.of(new HistoryItem(null, null, type, NOW, ada(), null, null, null, null, null, null, data));
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
