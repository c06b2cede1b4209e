package roster.command.member;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import roster.command.Client;
import roster.command.ServiceTest;
import roster.command.Team;
import roster.command.Teams;

@ServiceTest
class LastAdminOverHttpTest {
    @Autowired private Client client;

    @Autowired private Teams teams;

    @Test
    void the_last_active_admin_stays_whatever_the_door() {
        var team = teams.founded("last-admin");
        team.join("grace@navy.example", "developer");
        team.invite("mary@acme.example", "admin");

        assertLastAdminStays(team);
    }

    @Test
    void a_suspended_admin_does_not_count() {
        var team = teams.founded("suspended-admin");
        var grace = team.join("grace@navy.example", "admin");

        assertThat(team.post(grace, "suspend").status()).isEqualTo(204);
        assertLastAdminStays(team);
        assertThat(team.post(grace, "reactivate").status()).isEqualTo(204);
        assertThat(team.post(team.ada(), "suspend").status()).isEqualTo(204);
    }

    @Test
    void who_becomes_an_admin_counts() {
        var team = teams.founded("promoted-admin");
        var grace = team.join("grace@navy.example", "developer");

        assertThat(team.changeRole(grace, "admin").status()).isEqualTo(204);
        assertThat(team.delete(team.ada()).status()).isEqualTo(204);
        assertThat(team.changeRole(grace, "developer").code()).isEqualTo("last-admin");
    }

    @Test
    void who_is_invited_as_admin_and_demoted_before_joining_does_not_count() {
        var team = teams.founded("demoted-guest");
        var invited = team.invite("grace@navy.example", "admin");

        assertThat(team.changeRole(invited.id("/memberId"), "developer").status()).isEqualTo(204);
        assertThat(client.accept(team.link(invited), "grace@navy.example").status()).isEqualTo(200);
        assertLastAdminStays(team);
    }

    @Test
    void before_anybody_has_joined_the_first_admin_can_be_replaced() {
        var team = teams.registered("replaced");

        assertThat(team.post(team.ada(), "invitation/resend").status()).isEqualTo(200);
        var another = team.invite("grace@navy.example", "admin");
        assertThat(another.status()).isEqualTo(201);
        assertThat(another.body().at("/invitation/invitedBy").isNull()).isTrue();
        assertThat(team.delete(team.ada()).status()).isEqualTo(204);
        assertThat(client.accept(team.link(another), "grace@navy.example").status()).isEqualTo(200);
        assertThat(team.delete(another.id("/memberId")).code()).isEqualTo("last-admin");
    }

    private static void assertLastAdminStays(Team team) {
        assertThat(team.changeRole(team.ada(), "developer").code()).isEqualTo("last-admin");
        assertThat(team.post(team.ada(), "suspend").code()).isEqualTo("last-admin");
        assertThat(team.delete(team.ada()).code()).isEqualTo("last-admin");
        assertThat(team.delete(team.ada()).status()).isEqualTo(409);
        assertThat(team.history(team.ada())).containsExactly("member.invited", "member.invitation_accepted");
    }
}
