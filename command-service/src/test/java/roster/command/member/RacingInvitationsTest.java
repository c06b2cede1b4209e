package roster.command.member;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import roster.command.Client.Response;
import roster.command.ServiceTest;
import roster.command.Teams;
import roster.command.Together;

@ServiceTest
class RacingInvitationsTest {
    @Autowired private Teams teams;

    @Test
    void of_thirty_two_invitations_of_one_address_one_is_sent() {
        var team = teams.founded("thirty-two");

        var answers = Together.all(32, client -> team.invite((client % 2 == 0 ? "grace" : "Grace") + "@navy.example", "developer"));

        assertThat(answers).filteredOn(it -> it.status() == 201).hasSize(1);
        assertThat(answers).filteredOn(it -> it.status() == 409).hasSize(31).extracting(Response::code).containsOnly("email-taken");
        assertThat(team.events()).extracting(it -> it.type().storedName())
                .containsExactly("organization.registered", "member.invited", "member.invitation_accepted", "member.invited");
    }

    @Test
    void of_many_who_use_one_link_one_joins() {
        var team = teams.founded("one-link");
        var invited = team.invite("grace@navy.example", "admin");
        var link = team.link(invited);

        var answers = Together.all(16, _ -> team.client().accept(link, "grace@navy.example"));

        assertThat(answers).filteredOn(it -> it.status() == 200).hasSize(1);
        assertThat(answers).filteredOn(it -> it.status() != 200).hasSize(15).extracting(Response::code).containsOnly("invitation-ended");
        assertThat(team.history(invited.id("/memberId"))).hasSize(2);
    }
}
