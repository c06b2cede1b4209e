package roster.command.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import roster.command.Client;
import roster.command.Client.Response;
import roster.command.ServiceTest;
import roster.command.Team;
import roster.command.Teams;
import roster.command.TestClock;
import roster.contract.event.Event;
import roster.contract.event.MemberEvent.InvitationResent;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.MemberEvent.NewInvitationRequested;
import roster.contract.event.OrganizationEvent.OrganizationLocaleChanged;
import roster.contract.mail.Language;
import roster.eventstore.EventReader;

/** Every event that causes an e-mail contains the language. */
@ServiceTest
class LocaleTest {
    @Autowired private Client client;

    @Autowired private Teams teams;

    @Autowired private TestClock clock;

    @Autowired private EventReader store;

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void letters_are_in_english_unless_told_otherwise() {
        var team = teams.founded("speaks-english");
        var invited = team.invite("grace@navy.example", "developer");

        assertThat(((MemberInvited) last(team, invited)).organization().locale()).isEqualTo(Language.ENGLISH);
    }

    @Test
    void an_organization_is_registered_with_its_language() {
        var registered = client.post("/organizations", """
                {"slug": "spricht-deutsch", "name": "Acme", "locale": "de", "admin": {"name": "Ada", "email": "ada@acme.example"}}""");

        var invited = (MemberInvited) store.readAggregate(registered.id("/memberId"), 0).getFirst().event();
        assertThat(invited.organization().locale()).isEqualTo(Language.GERMAN);
        assertThat(client.post("/organizations", """
                {"slug": "parle-francais", "name": "Acme", "locale": "fr", "admin": {"name": "Ada", "email": "ada@acme.example"}}""")
                .status())
                .isEqualTo(400);
    }

    @Test
    void from_a_change_on_every_letter_is_in_the_new_language() {
        var team = teams.founded("learns-german");
        var invited = team.invite("grace@navy.example", "developer");

        assertThat(speak(team, "de").status()).isEqualTo(204);

        team.post(invited.id("/memberId"), "invitation/resend");
        assertThat(((InvitationResent) last(team, invited)).organization().locale()).isEqualTo(Language.GERMAN);
        clock.forward(Duration.ofDays(8));
        client.post("/invitations/ask-again", "{\"token\": \"%s\"}"
                .formatted(team.link(invited.id("/memberId"), invited.id("/invitation/invitationId"), 2)));
        assertThat(((NewInvitationRequested) last(team, invited)).organization().locale()).isEqualTo(Language.GERMAN);
        var next = team.invite("mary@navy.example", "developer");
        assertThat(((MemberInvited) last(team, next)).organization().locale()).isEqualTo(Language.GERMAN);
    }

    @Test
    void the_same_language_again_is_no_event() {
        var team = teams.founded("speaks-on");

        assertThat(speak(team, "de").header("ETag")).isEqualTo("\"1\"");
        assertThat(speak(team, "de").header("ETag")).isEqualTo("\"1\"");
        assertThat(speak(team, "en", "If-Match", "\"0\"").status()).isEqualTo(412);
        assertThat(team.events()).extracting(it -> (Object) it.event()).filteredOn(OrganizationLocaleChanged.class::isInstance)
                .containsExactly(new OrganizationLocaleChanged(team.id(), Language.ENGLISH, Language.GERMAN));
    }

    private static Response speak(Team team, String locale, String... headers) {
        return team.client().send("PUT", "/organizations/" + team.slug() + "/locale", "{\"locale\": \"%s\"}".formatted(locale), headers);
    }

    private static Event last(Team team, Response invited) {
        return team.events(invited.id("/memberId")).getLast().event();
    }
}
