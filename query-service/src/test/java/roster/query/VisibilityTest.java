package roster.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

import roster.contract.event.Actor;
import roster.contract.event.EventMetadata;
import roster.contract.event.InvitationMailEvent.InvitationMailFailed;
import roster.contract.event.MemberEvent.MemberDeleted;
import roster.contract.event.MemberEvent.MemberReactivated;
import roster.contract.event.MemberEvent.MemberRoleChanged;
import roster.contract.event.MemberEvent.MemberSuspended;
import roster.contract.event.MemberStatus;
import roster.contract.mail.MailFailure;
import roster.contract.mail.MailRecipient;
import roster.contract.role.Role;
import roster.contract.role.Scope;
import roster.query.Client.Response;

/** Members see each other as they are now; the history, its reasons and the deleted are for those who may read the audit log. */
@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VisibilityTest {
    private static final String SUSPICION = "suspected of fraud";

    private final Acme acme = Acme.named("acme");
    private final UUID grace = UUID.randomUUID();
    private final UUID linus = UUID.randomUUID();
    private final UUID gone = UUID.randomUUID();
    private final UUID invited = UUID.randomUUID();

    @Autowired Client client;
    @Autowired Recorder recorder;

    @BeforeAll
    void acme_has_a_history() {
        recorder.record(acme.id(), acme.founded());
        recorder.record(acme.id(), acme.joined(grace, "Grace Hopper", Role.DEVELOPER));
        recorder.record(acme.id(), acme.joined(gone, "Gone Already", Role.ADMIN));
        recorder.record(by(acme.ada(), "joins support"), acme.invited(linus, "Linus", Role.ADMIN));
        recorder.record(by(linus, null), acme.accepted(linus, Role.ADMIN));
        recorder.record(by(gone, SUSPICION), new MemberSuspended(linus));
        recorder.record(by(acme.ada(), "cleared"), new MemberReactivated(linus));
        recorder.record(by(linus, "prefers to write code"), new MemberRoleChanged(linus, Role.ADMIN, Role.ENDPOINT_USER));
        recorder.record(new EventMetadata(acme.id(), new Actor(Actor.Kind.TOKEN, UUID.randomUUID().toString()), gone, SUSPICION, "c", "c",
                null, null, null), new MemberRoleChanged(linus, Role.ENDPOINT_USER, Role.DEVELOPER));
        recorder.record(by(acme.ada(), SUSPICION), new MemberDeleted(gone, MemberStatus.ACTIVE));
        var invitation = acme.invited(invited, "Not Yet", Role.DEVELOPER);
        recorder.record(acme.id(), invitation);
        recorder.record(acme.id(), new InvitationMailFailed(invitation.invitationId(), invited, 1, MailRecipient.INVITEE,
                MailFailure.UNKNOWN_ADDRESS, null));
    }

    private EventMetadata by(UUID member, @Nullable String reason) {
        return new EventMetadata(acme.id(), new Actor(Actor.Kind.MEMBER, member.toString()), null, reason, "c", "c", null, null, null);
    }

    private Client person(UUID member) {
        return client.asPerson(member.toString());
    }

    private Client program(@Nullable UUID owner, Scope... scopes) {
        var token = UUID.randomUUID();
        recorder.record(acme.id(), acme.token(token, owner, scopes));
        return client.as(recorder.secret(token));
    }

    private Response get(Client caller, String path) {
        return caller.get(acme.path() + "/members" + path, "Consistency-Token", "" + recorder.lastPosition());
    }

    private static void needs(Response answer, String permission) {
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("/code")).isEqualTo("forbidden");
        assertThat(answer.text("/detail")).contains(permission);
    }

    private static void isMissing(Response answer, Response missing) {
        assertThat(answer.status()).isEqualTo(missing.status()).isEqualTo(404);
        assertThat(answer.text("/detail")).isEqualTo(missing.text("/detail"));
    }

    @Test
    void the_history_of_others_is_for_those_who_may_read_the_audit_log() {
        for (var caller : List.of(person(grace), person(linus), program(grace, Scope.DEVELOPER_OPERATIONS),
                program(null, Scope.MEMBER_ADMINISTRATION), program(acme.ada(), Scope.MEMBER_ADMINISTRATION))) {
            for (var member : List.of(acme.ada(), gone, invited, UUID.randomUUID())) {
                needs(get(caller, "/" + member + "/history"), "audit.read");
            }
        }
        for (var caller : List.of(client, person(acme.ada()), program(null, Scope.AUDIT), program(acme.ada(), Scope.AUDIT))) {
            var history = get(caller, "/" + gone + "/history");
            assertThat(history.each("/type")).containsExactly("member.invited", "member.invitation_accepted", "member.deleted");
            assertThat(history.text("/data/0/after/email")).isEqualTo("gone.already@acme.example");
            assertThat(history.text("/data/2/reason")).isEqualTo(SUSPICION);
            assertThat(get(caller, "/" + linus + "/history").text("/data/2/actor/name")).isEqualTo("Gone Already");
        }
    }

    @Test
    void members_read_their_own_history_without_the_reasons_of_others_and_the_names_of_the_deleted() {
        var own = get(person(linus), "/" + linus.toString().toUpperCase(Locale.ROOT) + "/history");

        assertThat(own.status()).isEqualTo(200);
        assertThat(own.each("/type")).containsExactly("member.invited", "member.invitation_accepted", "member.suspended",
                "member.reactivated", "member.role_changed", "member.role_changed");
        assertThat(own.each("/reason")).containsExactly("", "", "", "", "prefers to write code", "");
        assertThat(own.each("/actor/name")).containsExactly("Ada Lovelace", "Linus", "", "Ada Lovelace", "Linus", "");
        assertThat(own.text("/data/2/actor/id")).isEqualTo(gone.toString());
        assertThat(own.text("/data/5/onBehalfOf/memberId")).isEqualTo(gone.toString());
        assertThat(own.body().at("/data/5/onBehalfOf/name").isNull()).isTrue();
        assertThat(get(client, "/" + linus + "/history").each("/reason")).containsExactly("joins support", "", SUSPICION, "cleared",
                "prefers to write code", SUSPICION);
    }

    @Test
    void programs_and_suspended_members_do_not_read_it_as_their_own() {
        var suspended = UUID.randomUUID();
        recorder.record(acme.id(), acme.joined(suspended, "Suspended", Role.ADMIN));
        var token = program(suspended, Scope.AUDIT);
        assertThat(get(token, "/" + suspended + "/history").status()).isEqualTo(200);
        recorder.record(by(acme.ada(), SUSPICION), new MemberSuspended(suspended));

        needs(get(person(suspended), "/" + suspended + "/history"), "audit.read");
        needs(get(token, "/" + suspended + "/history"), "audit.read");
        needs(get(program(linus, Scope.PROTECTED_ENDPOINT), "/" + linus + "/history"), "audit.read");
        needs(get(program(linus, Scope.AUDIT), "/" + linus + "/history"), "audit.read");
    }

    @Test
    void deleted_members_are_not_there_for_those_who_may_not_read_the_audit_log() {
        for (var caller : List.of(person(grace), person(linus), program(null, Scope.MEMBER_ADMINISTRATION))) {
            assertThat(get(caller, "").each("/name")).contains("Ada Lovelace", "Grace Hopper").doesNotContain("Gone Already");
            assertThat(get(caller, "?q=gone.already").each("/name")).isEmpty();
            assertThat(get(caller, "?invitation=accepted&role=admin").each("/name")).doesNotContain("Gone Already");
            needs(get(caller, "?status=deleted"), "audit.read");
            needs(get(caller, "?status=deleted&q=gone&after=rubbish"), "audit.read");
            isMissing(get(caller, "/" + gone), get(caller, "/" + UUID.randomUUID()));
            isMissing(get(caller, "/" + gone + "/permissions"), get(caller, "/" + UUID.randomUUID() + "/permissions"));
        }
    }

    @Test
    void deleted_members_are_shown_to_those_who_may_read_the_audit_log() {
        for (var caller : List.of(client, person(acme.ada()))) {
            assertThat(get(caller, "?status=deleted").each("/email")).containsExactly("gone.already@acme.example");
            assertThat(get(caller, "/" + gone).text("/name")).isEqualTo("Gone Already");
            assertThat(get(caller, "/" + gone + "/permissions").text("/status")).isEqualTo("deleted");
        }
    }

    @Test
    void of_invitations_members_see_the_status_managers_the_mail_and_audit_readers_the_inviter() {
        for (var path : List.of("/" + invited, "?q=not%20yet")) {
            var entry = path.startsWith("?") ? "/data/0" : "";
            var seen = get(person(grace), path);
            assertThat(seen.text(entry + "/email")).isEqualTo("not.yet@acme.example");
            assertThat(seen.text(entry + "/status")).isEqualTo("invited");
            assertThat(seen.text(entry + "/invitation/status")).isEqualTo("pending");
            assertThat(seen.text(entry + "/invitation/expiresAt")).isEqualTo(Acme.NEXT_WEEK.toString());
            assertThat(seen.body().at(entry + "/invitation/invitedBy").isNull()).isTrue();
            assertThat(seen.body().at(entry + "/invitation/mail").isNull()).isTrue();

            var managed = get(program(null, Scope.MEMBER_ADMINISTRATION), path);
            assertThat(managed.text(entry + "/invitation/mail/invitee/failure")).isEqualTo("unknown_address");
            assertThat(managed.body().at(entry + "/invitation/invitedBy").isNull()).isTrue();

            var audited = get(person(acme.ada()), path);
            assertThat(audited.text(entry + "/invitation/mail/invitee/failure")).isEqualTo("unknown_address");
            assertThat(audited.text(entry + "/invitation/invitedBy/name")).isEqualTo("Ada Lovelace");
        }
    }
}
