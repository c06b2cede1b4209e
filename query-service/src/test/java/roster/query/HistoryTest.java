package roster.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import roster.contract.event.Actor;
import roster.contract.event.ApiTokenEvent.ApiTokenRevoked;
import roster.contract.event.EventMetadata;
import roster.contract.event.MemberEvent.InvitationExpired;
import roster.contract.event.MemberEvent.InvitationResent;
import roster.contract.event.MemberEvent.MemberNameChanged;
import roster.contract.event.MemberEvent.MemberReactivated;
import roster.contract.event.MemberEvent.MemberRoleChanged;
import roster.contract.event.MemberEvent.MemberSuspended;
import roster.contract.event.MemberEvent.NewInvitationRequested;
import roster.contract.role.Role;
import roster.contract.role.Scope;

@ServiceTest
class HistoryTest {
    private final Acme acme = Acme.named("acme");
    private final UUID grace = UUID.randomUUID();
    @Autowired Client client;
    @Autowired Recorder recorder;

    @Test
    void history_tells_who_did_what_when_why_and_how_it_was_before() {
        recorder.record(acme.id(), acme.founded());
        recorder.record(acme.id(), acme.invited(grace, "Grace Hopper", Role.DEVELOPER), acme.accepted(grace, Role.DEVELOPER));
        recorder.record(promotion(new Actor(Actor.Kind.MEMBER, acme.ada().toString()), null),
                new MemberRoleChanged(grace, Role.DEVELOPER, Role.ADMIN));
        var last = recorder.record(promotion(new Actor(Actor.Kind.OPERATOR, "operator"), grace),
                new MemberRoleChanged(grace, Role.ADMIN, Role.DEVELOPER)).getLast();
        var path = acme.path() + "/members/" + grace + "/history";

        var history = client.get(path, "Consistency-Token", "" + last.position());

        assertThat(history.each("/type")).containsExactly("member.invited", "member.invitation_accepted", "member.role_changed",
                "member.role_changed");
        assertThat(history.each("/sequence")).containsExactly("0", "1", "2", "3");
        assertThat(history.body().at("/data/0/before").isNull()).isTrue();
        assertThat(history.text("/data/0/after/name")).isEqualTo("Grace Hopper");
        assertThat(history.text("/data/1/before/status")).isEqualTo("invited");
        assertThat(history.text("/data/1/after/status")).isEqualTo("active");
        assertThat(history.body().at("/data/2/before").toString()).isEqualTo("{\"role\":\"developer\"}");
        assertThat(history.body().at("/data/2/after").toString()).isEqualTo("{\"role\":\"admin\"}");
        assertThat(history.text("/data/2/reason")).isEqualTo("runs the platform now");
        assertThat(history.text("/data/2/actor/kind")).isEqualTo("member");
        assertThat(history.text("/data/2/actor/name")).isEqualTo("Ada Lovelace");
        assertThat(history.text("/data/3/actor/kind")).isEqualTo("operator");
        assertThat(history.text("/data/3/onBehalfOf/name")).isEqualTo("Grace Hopper");
        assertThat(history.text("/data/3/position")).isEqualTo("" + last.position());
        assertThat(history.text("/data/3/recordedAt")).isEqualTo(last.recordedAt().toString());

        var page = client.get(path + "?limit=3");
        assertThat(page.each("/sequence")).containsExactly("0", "1", "2");
        assertThat(client.get(path + "?limit=3&after=" + page.text("/next")).each("/sequence")).containsExactly("3");
        assertThat(client.get(path + "?after=rubbish").wrong()).isEqualTo("after");
    }

    @Test
    void who_asks_for_a_new_invitation_is_seen_to_ask_until_it_is_sent() {
        recorder.record(acme.id(), acme.founded());
        var invited = acme.invited(grace, "Grace Hopper", Role.DEVELOPER);
        var asked = recorder.record(acme.id(), invited, new InvitationExpired(grace, invited.invitationId(), invited.expiresAt()),
                new NewInvitationRequested(grace, acme.organization(), invited.invitationId(), 1, invited.name(), invited.email(),
                        invited.role(), invited.inviter(), invited.expiresAt()))
                .getLast();
        var path = acme.path() + "/members/" + grace;

        assertThat(client.get(path, "Consistency-Token", "" + asked.position()).text("/invitation/requestedAt"))
                .isEqualTo(asked.recordedAt().toString());
        var resent = recorder.record(acme.id(), new InvitationResent(grace, acme.organization(), invited.invitationId(), 2, invited.name(),
                invited.email(), invited.role(), invited.inviter(), invited.expiresAt())).getLast();
        var history = client.get(path + "/history", "Consistency-Token", "" + resent.position());

        assertThat(client.get(path).body().at("/invitation/requestedAt").isNull()).isTrue();
        assertThat(history.text("/data/2/type")).isEqualTo("member.new_invitation_requested");
        assertThat(history.body().at("/data/2/before").toString()).isEqualTo("{\"invitationRequestedAt\":null}");
        assertThat(history.body().at("/data/2/after").toString())
                .isEqualTo("{\"invitationRequestedAt\":\"%s\"}".formatted(asked.recordedAt()));
        assertThat(history.body().at("/data/3/after/invitationRequestedAt").isNull()).isTrue();
    }

    @Test
    void members_are_named_as_they_were_called_when_they_acted() {
        var byAda = promotion(new Actor(Actor.Kind.MEMBER, acme.ada().toString()), null);
        recorder.record(acme.id(), acme.founded());
        recorder.record(acme.id(), acme.invited(grace, "Grace Hopper", Role.DEVELOPER), acme.accepted(grace, Role.DEVELOPER));
        recorder.record(byAda, new MemberRoleChanged(grace, Role.DEVELOPER, Role.ADMIN));
        recorder.record(byAda, new MemberNameChanged(acme.ada(), "Ada Lovelace", "Ada King"));
        var last = recorder.record(promotion(new Actor(Actor.Kind.OPERATOR, "operator"), acme.ada()),
                new MemberRoleChanged(grace, Role.ADMIN, Role.DEVELOPER)).getLast();

        var ofGrace = client.get(acme.path() + "/members/" + grace + "/history", "Consistency-Token", "" + last.position());
        var ofAda = client.get(acme.path() + "/members/" + acme.ada() + "/history");

        assertThat(ofGrace.text("/data/2/actor/name")).isEqualTo("Ada Lovelace");
        assertThat(ofGrace.text("/data/3/onBehalfOf/name")).isEqualTo("Ada King");
        assertThat(ofAda.text("/data/2/actor/name")).as("before the change").isEqualTo("Ada Lovelace");
        assertThat(ofAda.body().at("/data/2/before").toString()).isEqualTo("{\"name\":\"Ada Lovelace\"}");
        assertThat(ofAda.body().at("/data/2/after").toString()).isEqualTo("{\"name\":\"Ada King\"}");
    }

    @Test
    void tokens_and_operators_are_named() {
        var nightly = UUID.randomUUID();
        recorder.record(acme.id(), acme.founded());
        recorder.record(acme.id(), acme.joined(grace, "Grace Hopper", Role.DEVELOPER));
        recorder.record(acme.id(), acme.token(nightly, null, Scope.MEMBER_ADMINISTRATION));
        recorder.record(promotion(new Actor(Actor.Kind.TOKEN, nightly.toString()), acme.ada()),
                new MemberRoleChanged(grace, Role.DEVELOPER, Role.ADMIN), new MemberRoleChanged(grace, Role.ADMIN, Role.DEVELOPER));
        recorder.record(acme.id(), new ApiTokenRevoked(nightly, null));
        recorder.record(promotion(new Actor(Actor.Kind.TOKEN, UUID.randomUUID().toString()), null), new MemberSuspended(grace));
        recorder.record(promotion(new Actor(Actor.Kind.OPERATOR, "night-shift"), null), new MemberReactivated(grace));
        recorder.record(promotion(Actor.SYSTEM, null), new MemberSuspended(grace));

        var history = client.get(acme.path() + "/members/" + grace + "/history", "Consistency-Token", "" + recorder.lastPosition());

        assertThat(history.text("/data/2/actor/id")).isEqualTo(nightly.toString());
        assertThat(history.each("/actor/name")).containsExactly("operator", "operator", "for tests", "for tests", "", "night-shift", "");
    }

    @Test
    void members_without_permission_read_only_the_names_of_their_own_tokens() {
        var own = UUID.randomUUID();
        var adas = UUID.randomUUID();
        recorder.record(acme.id(), acme.founded());
        recorder.record(acme.id(), acme.joined(grace, "Grace Hopper", Role.DEVELOPER));
        recorder.record(acme.id(), acme.token(own, grace, Scope.DEVELOPER_OPERATIONS),
                acme.token(adas, acme.ada(), Scope.MEMBER_ADMINISTRATION));
        recorder.record(promotion(new Actor(Actor.Kind.TOKEN, own.toString()), grace),
                new MemberNameChanged(grace, "Grace Hopper", "Grace"));
        recorder.record(promotion(new Actor(Actor.Kind.TOKEN, adas.toString()), acme.ada()),
                new MemberNameChanged(grace, "Grace", "G. Hopper"));
        var path = acme.path() + "/members/" + grace + "/history";

        var history = client.asPerson(grace.toString()).get(path, "Consistency-Token", "" + recorder.lastPosition());

        assertThat(history.text("/data/2/actor/name")).isEqualTo("for tests");
        assertThat(history.body().at("/data/3/actor/name").isNull()).isTrue();
        assertThat(client.get(path).text("/data/3/actor/name")).isEqualTo("for tests");
    }

    private EventMetadata promotion(Actor actor, @Nullable UUID onBehalfOf) {
        return new EventMetadata(acme.id(), actor, onBehalfOf, "runs the platform now", "correlation", "causation", null, null, null);
    }
}
