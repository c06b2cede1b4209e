package roster.systemtest.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import roster.systemtest.running.Answer;
import roster.systemtest.running.Await;
import roster.systemtest.running.KafkaRecords.Fact;
import roster.systemtest.running.OnSharedRoster;
import roster.systemtest.running.Roster;

@OnSharedRoster
class MembershipJourneyTest {
    @Test
    void from_registering_an_organization_to_inviting_a_person_again(Roster roster) {
        var commands = roster.commands();
        var mails = roster.mails();

        var registered = commands.post("/organizations", """
                {"slug": "journey", "name": "Journey", "admin": {"name": "Ida Rhodes", "email": "ida@journey.example"}}""");
        assertThat(registered.status()).isEqualTo(201);
        assertThat(accept(roster, mails.to("ida@journey.example", 1).getFirst().token(), "ida@journey.example").status()).isEqualTo(200);

        var invited = commands.invite("journey", "Grace Hopper", "grace@journey.example", "developer");
        assertThat(invited.status()).isEqualTo(201);
        var shown = roster.queries().get(invited.header("Location"), "Consistency-Token", invited.consistencyToken());
        assertThat(shown.tells(invited.body())).as("%s of %s", shown.body(), invited.body()).isTrue();

        Await.until(() -> roster.queries().get(invited.header("Location")).text("/invitation/mail/invitee/status").equals("sent"));
        var firstLink = mails.to("grace@journey.example", 1).getFirst().token();
        assertThat(firstLink).isNotEmpty();
        var copy = mails.to("ida@journey.example", 2).getLast();
        assertThat(copy.token()).isEmpty();
        assertThat(copy.html()).doesNotContain(firstLink);

        var member = "/organizations/journey/members/" + invited.text("/memberId");
        assertThat(commands.post(member + "/invitation/resend", null).status()).isEqualTo(200);
        var secondLink = mails.to("grace@journey.example", 2).getLast().token();
        assertThat(accept(roster, firstLink, "grace@journey.example").code()).isEqualTo("invitation-ended");
        assertThat(accept(roster, secondLink, "alan@else.example").code()).isEqualTo("wrong-account");
        assertThat(accept(roster, secondLink, "Grace@Journey.example").status()).isEqualTo(200);

        assertThat(commands.send("PUT", member + "/role", "{\"role\": \"admin\", \"reason\": \"runs the platform\"}").status())
                .isEqualTo(204);
        var ida = "/organizations/journey/members/" + registered.text("/memberId");
        assertThat(commands.send("DELETE", ida + "?reason=moves+on", null).status()).isEqualTo(204);
        assertThat(commands.send("PUT", member + "/role", "{\"role\": \"developer\"}").code()).isEqualTo("last-admin");

        assertThat(commands.invite("journey", "Ida Rhodes", "ida@journey.example", "admin").status()).isEqualTo(201);
        assertThat(accept(roster, mails.to("ida@journey.example", 4).getLast().token(), "ida@journey.example").status()).isEqualTo(200);
        var deleted = commands.send("DELETE", member, null);
        assertThat(deleted.status()).isEqualTo(204);
        var again = commands.invite("journey", "Grace Hopper", "grace@journey.example", "endpoint_user");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("/memberId")).isNotEqualTo(invited.text("/memberId"));

        theHistoryTellsIt(roster, member, again);
        kafkaHasEveryFactOnceAndInOrder(roster, invited.text("/memberId"));
    }

    private static Answer accept(Roster roster, String token, String address) {
        return roster.commands().post("/invitations/accept", """
                {"token": "%s", "verifiedEmail": "%s", "identity": {"provider": "google", "subject": "%2$s"}}"""
                .formatted(token, address));
    }

    private static void theHistoryTellsIt(Roster roster, String member, Answer last) {
        var history = roster.queries().get(member + "/history", "Consistency-Token", last.consistencyToken()).body().path("data");
        assertThat(history.valueStream().map(entry -> entry.path("type").asString()).toList()).containsExactly("member.invited",
                "member.invitation_resent", "member.invitation_accepted", "member.role_changed", "member.deleted");
        var roleChange = history.path(3);
        assertThat(roleChange.at("/before/role").asString()).isEqualTo("developer");
        assertThat(roleChange.at("/after/role").asString()).isEqualTo("admin");
        assertThat(roleChange.path("reason").asString()).isEqualTo("runs the platform");
        assertThat(roleChange.at("/actor/kind").asString()).isEqualTo("operator");
    }

    private static void kafkaHasEveryFactOnceAndInOrder(Roster roster, String memberId) {
        Await.until(() -> roster.kafka().of(memberId).size() >= 5);
        assertThat(roster.kafka().of(memberId)).extracting(Fact::sequence).isEqualTo(List.of(0L, 1L, 2L, 3L, 4L));
    }
}
