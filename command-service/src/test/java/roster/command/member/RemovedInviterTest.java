package roster.command.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

import roster.command.Client;
import roster.command.Client.Response;
import roster.command.ServiceTest;
import roster.command.Team;
import roster.command.Teams;
import roster.command.Together;
import roster.contract.event.Actor;
import roster.contract.event.MemberEvent.InvitationResent;
import roster.contract.stored.RecordedEvent;

/** An invitation ends when its inviter loses the right to invite. */
@ServiceTest
class RemovedInviterTest {
    private static final String ALAN = "alan@removed.example";
    private static final String GRACE = "grace@navy.example";

    @Autowired private Client client;

    @Autowired private Teams teams;

    /** All ways to remove the right to invite from a member. */
    enum Door {
        DELETE((team, member) -> team.delete(member)),
        SUSPEND((team, member) -> team.post(member, "suspend")),
        DEMOTE((team, member) -> team.changeRole(member, "developer")),
        LEAVE((team, member) -> team.as(team.client().signedIn(ALAN)).delete(member)),
        SUSPEND_AND_DELETE((team, member) -> {
            team.post(member, "suspend");
            return team.delete(member);
        });

        private final BiFunction<Team, UUID, Response> way;

        Door(BiFunction<Team, UUID, Response> way) {
            this.way = way;
        }

        void open(Team team, UUID member) {
            var answer = way.apply(team, member);
            assertThat(answer.status()).as(answer.raw()).isEqualTo(204);
        }
    }

    private static Response inviteInTheNameOf(UUID inviter, Team team, String email) {
        var invited = team.invite(email, "admin", "On-Behalf-Of", inviter.toString());
        assertThat(invited.status()).as(invited.raw()).isEqualTo(201);
        return invited;
    }

    @ParameterizedTest
    @EnumSource
    void an_invitation_ends_with_its_inviters_right(Door door) {
        var team = teams.founded("removed-by-" + door.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        var alan = team.join(ALAN, "admin");
        var invited = inviteInTheNameOf(alan, team, GRACE);

        door.open(team, alan);

        var accepted = client.accept(team.link(invited), GRACE);
        assertThat(accepted.status()).as(accepted.raw()).isEqualTo(410);
        assertThat(accepted.code()).isEqualTo("invitation-ended");
        assertThat(team.history(invited.id("/memberId"))).containsExactly("member.invited", "member.invitation_revoked");
        assertThat(revocation(team, invited).metadata().reason()).isEqualTo("inviter removed");
        assertThat(team.invite(GRACE, "developer").status()).as("the address is free").isEqualTo(201);
    }

    private static RecordedEvent revocation(Team team, Response invited) {
        return team.events(invited.id("/memberId")).getLast();
    }

    @Test
    void all_of_it_is_one_request_of_who_removed_them() {
        var team = teams.founded("one-removal");
        var alan = team.join(ALAN, "admin");
        var invited = inviteInTheNameOf(alan, team, GRACE);

        client.send("DELETE", team.path(alan) + "?reason=suspected%20of%20fraud", (String) null);

        var deleted = team.events(alan).getLast();
        var revoked = revocation(team, invited);
        assertThat(deleted.metadata().reason()).isEqualTo("suspected of fraud");
        assertThat(revoked.metadata().reason()).as("what is said of one is not told of the other").isEqualTo("inviter removed");
        assertThat(revoked.metadata().actor()).isEqualTo(new Actor(Actor.Kind.OPERATOR, "operator"));
        assertThat(revoked.metadata().correlationId()).isEqualTo(deleted.metadata().correlationId());
        assertThat(revoked.position()).isEqualTo(deleted.position() + 1);
    }

    @Test
    void only_pending_invitations_in_their_name_end() {
        var team = teams.founded("others-stay");
        var alan = team.join(ALAN, "admin");
        var joined = inviteInTheNameOf(alan, team, "joined@navy.example");
        client.accept(team.link(joined), "joined@navy.example");
        var byAda = inviteInTheNameOf(team.ada(), team, GRACE);
        var takenOver = inviteInTheNameOf(alan, team, "resent@navy.example");
        team.post(takenOver.id("/memberId"), "invitation/resend", "On-Behalf-Of", team.ada().toString());

        Door.DELETE.open(team, alan);

        assertThat(team.history(joined.id("/memberId"))).endsWith("member.invitation_accepted");
        assertThat(team.history(byAda.id("/memberId"))).containsExactly("member.invited");
        assertThat(team.history(takenOver.id("/memberId"))).endsWith("member.invitation_resent");
    }

    @Test
    void who_keeps_the_right_to_invite_keeps_the_invitations() {
        var team = teams.founded("keeps-the-right");
        var alan = team.join(ALAN, "admin");
        var invited = inviteInTheNameOf(alan, team, GRACE);

        assertThat(team.changeRole(alan, "admin").status()).isEqualTo(204);
        team.changeRole(invited.id("/memberId"), "developer");

        assertThat(client.accept(team.link(invited), GRACE).status()).isEqualTo(200);
    }

    @Test
    void a_dry_run_tells_which_invitations_end() {
        var team = teams.founded("ends-in-a-dry-run");
        var alan = team.join(ALAN, "admin");
        var invited = inviteInTheNameOf(alan, team, GRACE);

        var foreseen = client.send("DELETE", "/dry-run" + team.path(alan), (String) null);

        assertThat(foreseen.body().path("events").valueStream().map(it -> it.path("type").asString()))
                .containsExactly("member.deleted", "member.invitation_revoked");
        assertThat(foreseen.text("/events/1/aggregateId")).isEqualTo(invited.text("/memberId"));
        assertThat(team.history(invited.id("/memberId"))).containsExactly("member.invited");
    }

    @Test
    void the_acting_admin_may_take_them_over() {
        var team = teams.founded("invitations-taken-over");
        var alan = team.join(ALAN, "admin");
        var invited = inviteInTheNameOf(alan, team, GRACE);
        var ada = client.signedIn("ada@acme.example");

        var deleted = ada.send("DELETE", team.path(alan) + "?takeOverInvitations=true", (String) null);

        assertThat(deleted.status()).as(deleted.raw()).isEqualTo(204);
        var resent = team.events(invited.id("/memberId")).getLast();
        assertThat(((InvitationResent) resent.event()).inviter()).extracting(it -> it.memberId()).isEqualTo(team.ada());
        assertThat(client.accept(team.link(invited), GRACE).code()).isEqualTo("invitation-ended");
        assertThat(client.accept(team.link(invited.id("/memberId"), invited.id("/invitation/invitationId"), 2), GRACE).status())
                .isEqualTo(200);
    }

    @Test
    void suspending_and_demoting_may_take_them_over_as_well() {
        var team = teams.founded("taken-over-otherwise");
        var takenOver = "{\"takeOverInvitations\": true%s}";
        var alan = team.join(ALAN, "admin");
        var jean = team.join("jean@removed.example", "admin");
        var one = inviteInTheNameOf(alan, team, "one@navy.example");
        var two = inviteInTheNameOf(jean, team, "two@navy.example");
        var inAdasName = new String[]{"On-Behalf-Of", team.ada().toString()};

        assertThat(client.post(team.path(alan) + "/suspend", takenOver.formatted(""), inAdasName).status()).isEqualTo(204);
        assertThat(client.send("PUT", team.path(jean) + "/role", takenOver.formatted(", \"role\": \"developer\""), inAdasName).status())
                .isEqualTo(204);

        for (var invited : List.of(one, two)) {
            assertThat(team.history(invited.id("/memberId"))).containsExactly("member.invited", "member.invitation_resent");
        }
    }

    @Test
    void it_takes_another_member_to_take_them_over() {
        var team = teams.founded("taken-over-without-successor");
        var alan = team.join(ALAN, "admin");
        inviteInTheNameOf(alan, team, GRACE);
        var leaving = client.signedIn(ALAN).send("DELETE", team.path(alan) + "?takeOverInvitations=true", (String) null);
        var byOperator = client.send("DELETE", team.path(alan) + "?takeOverInvitations=true", (String) null);
        var suspended = client.post(team.path(alan) + "/suspend", "{\"takeOverInvitations\": true}");

        assertThat(List.of(leaving, byOperator)).allSatisfy(it -> {
            assertThat(it.status()).as(it.raw()).isEqualTo(422);
            assertThat(it.text("/errors/0/parameter")).isEqualTo("takeOverInvitations");
        });
        assertThat(suspended.status()).isEqualTo(422);
        assertThat(suspended.text("/errors/0/pointer")).isEqualTo("/takeOverInvitations");
        assertThat(team.history(alan)).hasSize(2);
    }

    @Test
    void an_invitation_that_is_sent_at_that_very_moment_does_not_stay() {
        var team = teams.founded("at-that-moment");
        for (int round = 0; round < 30; round++) {
            var alan = team.join("alan" + round + "@removed.example", "admin");
            var email = "guest" + round + "@navy.example";

            var answers = Together.all(2, i -> i == 0
                    ? team.invite(email, "admin", "On-Behalf-Of", alan.toString())
                    : team.delete(alan));

            assertThat(answers.getLast().status()).isEqualTo(204);
            var invited = answers.getFirst();
            assertThat(invited.status()).isIn(201, 422);
            if (invited.status() == 201) {
                assertThat(team.history(invited.id("/memberId"))).containsExactly("member.invited", "member.invitation_revoked");
            }
        }
    }

    @Test
    void as_many_as_there_are_end() {
        var team = teams.founded("many-end");
        var alan = team.join(ALAN, "admin");
        var invited = IntStream.range(0, 30).mapToObj(i -> inviteInTheNameOf(alan, team, "guest" + i + "@navy.example")).toList();

        Door.DELETE.open(team, alan);

        assertThat(invited).allSatisfy(it -> assertThat(team.history(it.id("/memberId"))).hasSize(2));
    }
}
