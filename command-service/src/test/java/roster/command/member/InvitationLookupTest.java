package roster.command.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import roster.command.Client;
import roster.command.Client.Response;
import roster.command.ServiceTest;
import roster.command.Team;
import roster.command.Teams;
import roster.command.TestClock;
import roster.command.Together;
import roster.contract.invitation.InvitationToken;

/** Invitation of a link, without sign-in. */
@ServiceTest
class InvitationLookupTest {
    private static final String GRACE = "grace@navy.example";

    @Autowired private Client client;

    @Autowired private Teams teams;

    @Autowired private TestClock clock;

    @Autowired private JdbcClient jdbc;

    @AfterEach
    void reset() {
        clock.reset();
    }

    private Response look(String link) {
        return client.anonymous().post("/invitations/lookup", "{\"token\": \"%s\"}".formatted(link));
    }

    @Test
    void the_link_alone_shows_who_invites_whom_to_what() {
        var team = teams.founded("looked-up");
        var invited = team.invite(GRACE, "developer");

        var shown = look(team.link(invited));

        assertThat(shown.status()).as(shown.raw()).isEqualTo(200);
        assertThat(shown.body().propertyNames()).containsExactlyInAnyOrder("organization", "invitedBy", "name", "email", "role",
                "expiresAt");
        assertThat(List.of(shown.text("/organization"), shown.text("/invitedBy/name"), shown.text("/invitedBy/email"), shown.text("/name"),
                shown.text("/email"), shown.text("/role"))).containsExactly("Acme", "Ada Lovelace", "ada@acme.example", "Grace Hopper",
                        GRACE,
                        "developer");
        assertThat(shown.text("/expiresAt")).isEqualTo(invited.text("/invitation/expiresAt"));
        assertThat(shown.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void the_first_admin_has_no_inviter() {
        var shown = look(teams.registered("looked-up-first").adasLink());

        assertThat(shown.status()).as(shown.raw()).isEqualTo(200);
        assertThat(shown.body().path("invitedBy").isNull()).isTrue();
    }

    @Test
    void it_shows_the_role_that_accepting_would_give() {
        var team = teams.founded("looked-up-role");
        var invited = team.invite(GRACE, "developer");

        team.changeRole(invited.id("/memberId"), "admin");

        assertThat(look(team.link(invited)).text("/role")).isEqualTo("admin");
    }

    @Test
    void the_newest_link_is_shown_and_the_old_one_has_ended() {
        var team = teams.founded("looked-up-again");
        var invited = team.invite(GRACE, "developer");
        clock.forward(Duration.ofDays(8));
        var resent = team.post(invited.id("/memberId"), "invitation/resend");

        assertThat(look(link(team, invited, 2)).text("/expiresAt")).isEqualTo(resent.text("/expiresAt"));
        assertDead(look(team.link(invited)), 410, "invitation-ended");
        assertDead(look(link(team, invited, 3)), 410, "invitation-ended");
        assertDead(look(team.link(invited.id("/memberId"), UUID.randomUUID(), 2)), 410, "invitation-ended");
    }

    private static String link(Team team, Response invited, int issue) {
        return team.link(invited.id("/memberId"), invited.id("/invitation/invitationId"), issue);
    }

    @Test
    void an_overdue_invitation_has_expired_whether_that_is_recorded_or_not() {
        var team = teams.founded("looked-up-late");
        var invited = team.invite(GRACE, "developer");
        clock.forward(Duration.ofDays(8));

        assertDead(look(team.link(invited)), 410, "invitation-expired");
        assertThat(team.history(invited.id("/memberId"))).containsExactly("member.invited");
        team.invite(GRACE, "developer");
        assertThat(team.history(invited.id("/memberId"))).containsExactly("member.invited", "member.invitation_expired");
        clock.reset();
        assertDead(look(team.link(invited)), 410, "invitation-expired");
    }

    @Test
    void an_ended_invitation_is_not_shown() {
        var team = teams.founded("looked-up-ended");
        var declined = team.invite("declines@navy.example", "developer");
        client.anonymous().post("/invitations/decline", "{\"token\": \"%s\"}".formatted(team.link(declined)));
        var revoked = team.invite("revoked@navy.example", "developer");
        team.post(revoked.id("/memberId"), "invitation/revoke");
        var deleted = team.invite("deleted@navy.example", "developer");
        team.delete(deleted.id("/memberId"));
        var accepted = team.invite(GRACE, "developer");
        client.accept(team.link(accepted), GRACE);

        for (var ended : List.of(declined, revoked, deleted, accepted)) {
            assertDead(look(team.link(ended)), 410, "invitation-ended");
        }
        assertDead(look(team.signer().sign(new InvitationToken(Story.id(404), Story.id(405), 1))), 410, "invitation-ended");
    }

    @Test
    void a_link_that_we_never_wrote_is_not_found() {
        var team = teams.founded("looked-up-forged");
        var link = team.link(team.invite(GRACE, "developer"));

        var answer = look(link.substring(0, 20) + (link.charAt(20) == 'A' ? 'B' : 'A') + link.substring(21));

        assertDead(answer, 404, "not-found");
        assertThat(answer.text("/errors/0/pointer")).isEqualTo("/token");
    }

    private static void assertDead(Response answer, int status, String code) {
        assertThat(answer.status()).as(answer.raw()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.raw()).doesNotContainIgnoringCase("navy", "acme", "looked", "Lovelace", "Hopper");
    }

    @Test
    void a_scanner_that_opens_the_link_fifty_times_leaves_no_trace() {
        var team = teams.founded("looked-up-by-a-scanner");
        var link = team.link(team.invite(GRACE, "developer"));
        var before = written();

        var shown = Together.all(50, _ -> look(link));

        assertThat(shown).extracting(Response::status).containsOnly(200);
        assertThat(written()).isEqualTo(before);
        assertThat(client.accept(link, GRACE).status()).isEqualTo(200);
    }

    /** Number of rows ever written, and the last position assigned. */
    private List<String> written() {
        return List.of(jdbc.sql("select count(*) || ' ' || md5(string_agg(it::text, ',' order by it::text)) from command.membership it")
                .query(String.class).single(),
                jdbc.sql("select count(*) from command.idempotency").query(String.class).single(),
                jdbc.sql("select last_value from event_store.event_position").query(String.class).single());
    }

    @Test
    void it_is_no_command() {
        var team = teams.founded("looked-up-no-command");
        var body = "{\"token\": \"%s\"}".formatted(team.link(team.invite(GRACE, "developer")));

        var dryRun = client.post("/invitations/lookup?dryRun=true", body);
        var first = client.post("/invitations/lookup", body, "Idempotency-Key", "looked-up");
        var second = client.post("/invitations/lookup", body, "Idempotency-Key", "looked-up");

        assertThat(dryRun.status()).isEqualTo(400);
        assertThat(dryRun.text("/errors/0/parameter")).isEqualTo("dryRun");
        assertThat(List.of(first.status(), second.status())).containsOnly(200);
        assertThat(second.header("Idempotency-Replayed")).isEmpty();
        assertThat(first.headers().map()).doesNotContainKeys("etag", "consistency-token");
    }
}
