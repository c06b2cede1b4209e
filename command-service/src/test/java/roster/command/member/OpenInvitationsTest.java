package roster.command.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import roster.command.Client;
import roster.command.ServiceTest;
import roster.command.Team;
import roster.command.Teams;
import roster.command.TestClock;
import roster.contract.event.Actor;

/** Expiry of invitations, and limits on them. */
@ServiceTest
class OpenInvitationsTest {
    private static final Duration EIGHT_DAYS = Duration.ofDays(8);
    private static final int LIMIT = 40;

    @Autowired private Client client;

    @Autowired private Teams teams;

    @Autowired private TestClock clock;

    @Autowired private JdbcClient jdbc;

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void an_overdue_link_is_dead_and_says_why() {
        var team = teams.founded("overdue-link");
        var invited = team.invite("grace@navy.example", "developer");
        clock.forward(EIGHT_DAYS);

        var answer = client.accept(team.link(invited), "grace@navy.example");

        assertThat(answer.status()).isEqualTo(410);
        assertThat(answer.code()).isEqualTo("invitation-expired");
        assertThat(answer.raw()).doesNotContain("navy", "overdue-link");
    }

    @Test
    void a_new_invitation_lets_the_overdue_one_expire_in_the_same_transaction() {
        var team = teams.founded("overdue-claim");
        var overdue = team.invite("grace@navy.example", "developer").id("/memberId");
        clock.forward(EIGHT_DAYS);

        var invited = team.invite("grace@navy.example", "admin");

        assertThat(invited.status()).isEqualTo(201);
        assertThat(invited.position()).isEqualTo(team.events(invited.id("/memberId")).getLast().position());
        assertThat(team.history(overdue)).containsExactly("member.invited", "member.invitation_expired");
        var expired = team.events(overdue).getLast();
        assertThat(expired.metadata().actor()).isEqualTo(Actor.SYSTEM);
        assertThat(expired.position()).isLessThan(invited.position());
        assertThat(transactions(expired.position(), invited.position())).isEqualTo(1);
        assertThat(team.post(overdue, "invitation/resend").code()).isEqualTo("email-taken");
    }

    private int transactions(long... positions) {
        return jdbc.sql("select count(distinct xmin::text) from event_store.event where position = any (?)").param(positions)
                .query(Integer.class).single();
    }

    @Test
    void no_other_invitation_expires_on_the_way() {
        var team = teams.founded("overdue-refused");
        var overdue = team.invite("grace@navy.example", "developer").id("/memberId");
        clock.forward(EIGHT_DAYS);

        var refused = team.invite("grace@navy.example", "admin", "On-Behalf-Of", Story.id(404).toString());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(team.history(overdue)).containsExactly("member.invited");
    }

    @Test
    void a_resend_revives_an_expired_invitation_and_takes_the_address_again() {
        var team = teams.founded("revived");
        var first = team.invite("grace@navy.example", "developer");
        clock.forward(EIGHT_DAYS);
        var second = team.invite("grace@navy.example", "developer").id("/memberId");
        team.delete(second);

        assertThat(team.post(first.id("/memberId"), "invitation/resend").status()).isEqualTo(200);
        assertThat(team.invite("grace@navy.example", "developer").code()).isEqualTo("email-taken");
        assertThat(client.accept(team.link(first.id("/memberId"), first.id("/invitation/invitationId"), 2), "grace@navy.example").status())
                .isEqualTo(200);
    }

    @Test
    void an_organization_has_so_many_open_invitations_at_most() {
        var team = teams.founded("crowded");
        var last = IntStream.range(0, LIMIT).mapToObj(i -> invited(team, i)).toList().getLast();

        var refused = team.invite("one-more@navy.example", "developer");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("limit-reached");
        assertThat(refused.header("Retry-After")).matches("\\d+");
        assertThat(team.post(last.id("/memberId"), "invitation/revoke").status()).isEqualTo(204);
        assertThat(team.invite("one-more@navy.example", "developer").status()).isEqualTo(201);
        assertThat(team.invite("yet-another@navy.example", "developer").code()).isEqualTo("limit-reached");

        clock.forward(EIGHT_DAYS);
        assertThat(team.invite("yet-another@navy.example", "developer").status()).isEqualTo(201);
    }

    private static Client.Response invited(Team team, int number) {
        var invited = team.invite("guest" + number + "@navy.example", "developer");
        assertThat(invited.status()).isEqualTo(201);
        return invited;
    }
}
