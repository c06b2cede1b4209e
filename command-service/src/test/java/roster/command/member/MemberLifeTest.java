package roster.command.member;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import roster.command.Client;
import roster.command.ServiceTest;
import roster.command.Teams;
import roster.contract.invitation.InvitationToken;
import roster.contract.stored.RecordedEvent;

/** Commands on a member over HTTP, and the resulting events. */
@ServiceTest
class MemberLifeTest {
    @Autowired private Client client;

    @Autowired private Teams teams;

    @Test
    void from_the_first_letter_to_a_second_beginning() {
        var team = teams.founded("life");
        var invited = team.invite("grace@navy.example", "developer");
        var grace = invited.id("/memberId");
        var firstLink = team.link(invited);

        var resent = team.post(grace, "invitation/resend");
        assertThat(resent.status()).isEqualTo(200);
        assertThat(resent.text("/issue")).isEqualTo("2");
        assertThat(client.accept(firstLink, "grace@navy.example").code()).isEqualTo("invitation-ended");

        var secondLink = team.link(grace, invited.id("/invitation/invitationId"), 2);
        assertThat(client.accept(secondLink, "mallory@navy.example").code()).isEqualTo("wrong-account");
        assertThat(client.accept(secondLink, "Grace@NAVY.example").status()).isEqualTo(200);
        assertThat(client.accept(secondLink, "grace@navy.example").code()).isEqualTo("invitation-ended");

        assertThat(team.changeRole(grace, "endpoint_user").status()).isEqualTo(204);
        assertThat(team.post(grace, "suspend").status()).isEqualTo(204);
        assertThat(team.post(grace, "suspend").code()).isEqualTo("member-not-active");
        assertThat(team.post(grace, "reactivate").status()).isEqualTo(204);
        assertThat(team.invite("GRACE@navy.example", "admin").code()).isEqualTo("email-taken");
        assertThat(team.delete(grace).status()).isEqualTo(204);

        var again = team.invite("grace@navy.example", "admin");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.id("/memberId")).isNotEqualTo(grace);
        assertThat(team.history(grace)).containsExactly("member.invited", "member.invitation_resent", "member.invitation_accepted",
                "member.role_changed", "member.suspended", "member.reactivated", "member.deleted");
        assertThat(team.events(grace)).extracting(RecordedEvent::sequence).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void an_organization_is_heard_of_before_its_first_member() {
        var team = teams.registered("first-things-first");

        assertThat(team.events()).extracting(it -> it.type().storedName()).containsExactly("organization.registered", "member.invited");
    }

    @Test
    void who_declines_is_free_to_be_invited_again() {
        var team = teams.founded("declining");
        var invited = team.invite("grace@navy.example", "developer");
        var body = "{\"token\": \"" + team.link(invited) + "\"}";

        assertThat(client.post("/invitations/decline", body).status()).isEqualTo(204);
        assertThat(client.post("/invitations/decline", body).code()).isEqualTo("invitation-ended");
        assertThat(client.accept(team.link(invited), "grace@navy.example").code()).isEqualTo("invitation-ended");
        assertThat(team.post(invited.id("/memberId"), "invitation/resend").code()).isEqualTo("member-not-invited");
        assertThat(team.invite("grace@navy.example", "developer").status()).isEqualTo(201);
    }

    @Test
    void a_revoked_invitation_frees_the_address_and_kills_the_link() {
        var team = teams.founded("revoking");
        var invited = team.invite("grace@navy.example", "developer");

        assertThat(team.post(invited.id("/memberId"), "invitation/revoke").status()).isEqualTo(204);
        assertThat(team.post(invited.id("/memberId"), "invitation/revoke").code()).isEqualTo("invitation-not-pending");
        assertThat(client.accept(team.link(invited), "grace@navy.example").code()).isEqualTo("invitation-ended");
        assertThat(team.invite("grace@navy.example", "developer").status()).isEqualTo(201);
    }

    @Test
    void a_person_may_be_a_member_of_two_organizations() {
        var one = teams.founded("one-of-two");
        var other = teams.founded("two-of-two");
        var grace = one.join("grace@navy.example", "developer");

        assertThat(other.invite("grace@navy.example", "developer").status()).isEqualTo(201);
        assertThat(other.post(grace, "suspend").status()).isEqualTo(404);
        assertThat(other.delete(grace).status()).isEqualTo(404);
        assertThat(one.history(grace)).hasSize(2);
    }

    @Test
    void an_organization_goes_by_its_id_as_well() {
        var team = teams.founded("by-id");

        assertThat(client.invite(team.id().toString(), "grace@navy.example", "developer").status()).isEqualTo(201);
    }

    @Test
    void a_link_with_one_character_changed_opens_nothing() {
        var team = teams.founded("tampered");
        var link = team.link(team.invite("grace@navy.example", "developer"));
        var changed = link.substring(0, 20) + (link.charAt(20) == 'A' ? 'B' : 'A') + link.substring(21);

        var answer = client.accept(changed, "grace@navy.example");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text("/errors/0/pointer")).isEqualTo("/token");
        assertThat(answer.raw()).doesNotContain("navy", "tampered");
    }

    @Test
    void a_genuine_link_of_an_unknown_member_has_ended() {
        var team = teams.founded("unknown");
        var link = team.signer().sign(new InvitationToken(Story.id(404), Story.id(405), 1));

        assertThat(client.accept(link, "grace@navy.example").code()).isEqualTo("invitation-ended");
    }

    @Test
    void a_slug_is_given_once() {
        teams.registered("once");

        var answer = client.register("once");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("/errors/0/pointer")).isEqualTo("/slug");
    }
}
