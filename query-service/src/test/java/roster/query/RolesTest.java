package roster.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import roster.contract.event.MemberEvent.MemberDeleted;
import roster.contract.event.MemberEvent.MemberRoleChanged;
import roster.contract.event.MemberEvent.MemberSuspended;
import roster.contract.event.MemberStatus;
import roster.contract.role.Role;

@ServiceTest
class RolesTest {
    private final Acme acme = Acme.named("acme");
    @Autowired Client client;
    @Autowired Recorder recorder;

    @Test
    void roles_are_listed_with_what_they_permit() {
        var roles = client.get("/roles");

        assertThat(roles.each("/role")).containsExactly("admin", "developer", "endpoint_user");
        assertThat(roles.body().at("/data/0/permissions").valueStream().filter(it -> it.path("published").asBoolean())).hasSize(15);
        assertThat(roles.text("/data/2/permissions/0/value")).isEqualTo("tokens.create_protected_endpoint");
        assertThat(roles.text("/data/2/permissions/0/wording")).isEqualTo("Create API tokens with Protected Endpoint Access");
        assertThat(roles.text("/position")).isEqualTo(roles.header("Consistency-Token"));
    }

    @Test
    void members_are_counted_by_role_and_status() {
        var grace = UUID.randomUUID();
        var linus = UUID.randomUUID();
        var gone = UUID.randomUUID();
        recorder.record(acme.id(), acme.founded());
        recorder.record(acme.id(), acme.invited(UUID.randomUUID(), "Invited Only", Role.ADMIN));
        recorder.record(acme.id(), acme.invited(grace, "Grace Hopper", Role.DEVELOPER), acme.accepted(grace, Role.DEVELOPER),
                new MemberRoleChanged(grace, Role.DEVELOPER, Role.ADMIN));
        recorder.record(acme.id(), acme.invited(linus, "Linus", Role.DEVELOPER), acme.accepted(linus, Role.DEVELOPER),
                new MemberSuspended(linus));
        for (var role : new Role[]{Role.ADMIN, Role.ADMIN, Role.ENDPOINT_USER}) {
            var late = UUID.randomUUID();
            recorder.record(acme.id(), acme.invited(late, "Late", role), acme.expired(late));
        }
        var last = recorder.record(acme.id(), acme.invited(gone, "Gone", Role.DEVELOPER), new MemberDeleted(gone, MemberStatus.INVITED));

        var roles = client.get(acme.path() + "/roles", "Consistency-Token", "" + last.getLast().position());

        assertThat(roles.each("/role")).containsExactly("admin", "developer", "endpoint_user");
        assertThat(roles.each("/members/active")).containsExactly("2", "0", "0");
        assertThat(roles.each("/members/invited")).containsExactly("3", "0", "1");
        assertThat(roles.each("/members/suspended")).containsExactly("0", "1", "0");
        assertThat(roles.each("/members/expired")).containsExactly("2", "0", "1");
        assertThat(roles.each("/members/deleted")).containsExactly("0", "1", "0");
        assertThat(roles.body().at("/data/1/permissions").size()).isGreaterThan(5);
        assertThat(client.get("/organizations/unknown/roles").status()).isEqualTo(404);
    }

    @Test
    void members_are_counted_who_are_found_by_a_text() {
        var grace = UUID.randomUUID();
        var gone = UUID.randomUUID();
        var late = UUID.randomUUID();
        recorder.record(acme.id(), acme.founded());
        recorder.record(acme.id(), acme.invited(grace, "Grace Hopper", Role.DEVELOPER), acme.accepted(grace, Role.DEVELOPER));
        recorder.record(acme.id(), acme.invited(UUID.randomUUID(), "gr\u00e0ce two", Role.ADMIN));
        recorder.record(acme.id(), acme.invited(late, "Grace Late", Role.ADMIN), acme.expired(late));
        recorder.record(acme.id(), acme.invited(UUID.randomUUID(), "100%", Role.DEVELOPER));
        var last = recorder.record(acme.id(), acme.invited(gone, "Grace Gone", Role.DEVELOPER),
                new MemberDeleted(gone, MemberStatus.INVITED));

        var roles = client.get(acme.path() + "/roles?q=GRACE", "Consistency-Token", "" + last.getLast().position());

        assertThat(roles.each("/members/active")).containsExactly("0", "1", "0");
        assertThat(roles.each("/members/invited")).containsExactly("2", "0", "0");
        assertThat(roles.each("/members/expired")).containsExactly("1", "0", "0");
        assertThat(roles.each("/members/deleted")).containsExactly("0", "1", "0");
        assertThat(client.asPerson(grace.toString()).get(acme.path() + "/roles").body().at("/data/1/members/deleted").isNull()).isTrue();
        assertThat(client.get(acme.path() + "/roles?q=%25").each("/members/invited")).containsExactly("0", "1", "0");
        assertThat(client.get(acme.path() + "/roles?q=%00").status()).isEqualTo(400);
    }
}
