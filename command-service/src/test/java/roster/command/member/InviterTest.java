package roster.command.member;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import roster.command.Client.Response;
import roster.command.ServiceTest;
import roster.command.Team;
import roster.command.Teams;
import roster.contract.event.Actor;
import roster.contract.event.Inviter;
import roster.contract.event.MemberEvent.MemberInvited;

@ServiceTest
class InviterTest {
    @Autowired private Teams teams;

    @Test
    void who_is_named_invites() {
        var team = teams.founded("named-inviter");
        var mary = team.join("Mary@acme.example", "admin");

        var invited = team.invite("grace@navy.example", "developer", "On-Behalf-Of", mary.toString());

        assertThat(invited.text("/invitation/invitedBy/memberId")).isEqualTo(mary.toString());
        assertThat(inviter(team, invited)).isEqualTo(new Inviter(mary, "Grace Hopper", "Mary@acme.example"));
    }

    @Test
    void by_default_the_admin_who_has_been_active_longest_invites() {
        var team = teams.founded("default-inviter");
        var mary = team.join("mary@acme.example", "admin");
        team.join("jean@acme.example", "admin");

        assertThat(inviter(team, team.invite("one@navy.example", "developer")).memberId()).isEqualTo(team.ada());
        team.changeRole(team.ada(), "developer");
        assertThat(inviter(team, team.invite("two@navy.example", "developer")).memberId()).isEqualTo(mary);
    }

    @Test
    void a_resend_is_in_the_name_of_who_sends_it() {
        var team = teams.founded("resending-inviter");
        var mary = team.join("mary@acme.example", "admin");
        var invited = team.invite("grace@navy.example", "developer");

        var resent = team.post(invited.id("/memberId"), "invitation/resend", "On-Behalf-Of", mary.toString());

        assertThat(resent.text("/invitedBy/memberId")).isEqualTo(mary.toString());
    }

    @Test
    void only_an_active_member_of_the_organization_can_be_named() {
        var team = teams.founded("wrong-inviter");
        var foreigner = teams.founded("wrong-inviters-home").ada();
        var guest = team.invite("guest@acme.example", "admin").id("/memberId");
        var suspended = team.join("mary@acme.example", "admin");
        team.post(suspended, "suspend");

        for (var other : new Object[]{foreigner, guest, suspended, team.id(), Story.id(404)}) {
            var refused = team.invite("grace@navy.example", "developer", "On-Behalf-Of", other.toString());
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.text("/errors/0/header")).isEqualTo("On-Behalf-Of");
        }
        assertThat(team.invite("grace@navy.example", "developer").status()).isEqualTo(201);
    }

    @Test
    void an_event_tells_its_circumstances() {
        var team = teams.founded("circumstances");
        var trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

        var invited = team.client().post("/organizations/circumstances/members", """
                {"name": "Grace", "email": "grace@navy.example", "role": "developer", "reason": "joins the platform team"}""",
                "On-Behalf-Of", team.ada().toString(), "X-Request-ID", "request-1", "X-Correlation-ID", "order-66", "traceparent", trace);

        var metadata = team.events(invited.id("/memberId")).getFirst().metadata();
        assertThat(invited.header("X-Request-ID")).isEqualTo("request-1");
        assertThat(metadata.organizationId()).isEqualTo(team.id());
        assertThat(metadata.actor()).isEqualTo(new Actor(Actor.Kind.OPERATOR, "operator"));
        assertThat(metadata.onBehalfOf()).isEqualTo(team.ada());
        assertThat(metadata.reason()).isEqualTo("joins the platform team");
        assertThat(metadata.requestId()).isEqualTo("request-1");
        assertThat(metadata.correlationId()).isEqualTo("order-66");
        assertThat(metadata.causationId()).isNotEmpty();
        assertThat(metadata.clientAddress()).isEqualTo("127.0.0.1");
        assertThat(metadata.traceparent()).isEqualTo(trace);
    }

    @Test
    void a_deletion_tells_why() {
        var team = teams.founded("why");
        var grace = team.join("grace@navy.example", "developer");

        team.client().send("DELETE", team.path(grace) + "?reason=left%20the%20company", (String) null);

        assertThat(team.events(grace).getLast().metadata().reason()).isEqualTo("left the company");
    }

    private static Inviter inviter(Team team, Response invited) {
        var inviter = ((MemberInvited) team.events(invited.id("/memberId")).getFirst().event()).inviter();
        assertThat(inviter).isNotNull();
        return java.util.Objects.requireNonNull(inviter);
    }
}
