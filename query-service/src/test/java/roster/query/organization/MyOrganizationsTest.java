package roster.query.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

import roster.contract.event.Identity;
import roster.contract.event.MemberEvent.InvitationAccepted;
import roster.contract.event.MemberEvent.MemberDeleted;
import roster.contract.event.MemberEvent.MemberSuspended;
import roster.contract.event.MemberStatus;
import roster.contract.role.Role;
import roster.contract.role.Scope;
import roster.query.Acme;
import roster.query.Client;
import roster.query.Recorder;
import roster.query.ServiceTest;

@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MyOrganizationsTest {
    private static final String GRACE = "grace-of-many-organizations";

    private final Acme acme = Acme.named("acme");
    private final Acme initech = Acme.named("initech");
    private final Acme left = Acme.named("left");
    private final Acme strange = Acme.named("strange");
    private final UUID graceAtAcme = UUID.randomUUID();

    @Autowired Client client;
    @Autowired Recorder recorder;

    @BeforeAll
    void grace_is_here_and_there() {
        join(initech, UUID.randomUUID(), Role.ADMIN);
        join(acme, graceAtAcme, Role.DEVELOPER);
        var gone = UUID.randomUUID();
        join(left, gone, Role.ADMIN);
        recorder.record(left.id(), new MemberDeleted(gone, MemberStatus.ACTIVE));
        recorder.record(strange.id(), strange.founded());
        recorder.record(strange.id(), strange.invited(UUID.randomUUID(), "Grace Hopper", Role.ADMIN));
    }

    private void join(Acme organization, UUID member, Role role) {
        recorder.record(organization.id(), organization.founded());
        recorder.record(organization.id(), organization.invited(member, "Grace Hopper", role),
                new InvitationAccepted(member, UUID.randomUUID(), role, new Identity("console", GRACE)));
    }

    private static String slug(Acme acme) {
        return acme.organization().slug();
    }

    private static Client.Response mine(Client caller) {
        var answer = caller.get("/me/organizations");
        assertThat(answer.status()).isEqualTo(200);
        return answer;
    }

    @Test
    void a_person_sees_where_they_are_a_member_and_as_what() {
        var suspended = join("suspended");
        var mine = mine(client.asPerson(GRACE));

        assertThat(mine.each("/slug")).satisfiesExactly(it -> assertThat(it).isEqualTo(slug(acme)),
                it -> assertThat(it).isEqualTo(slug(initech)), it -> assertThat(it).startsWith("suspended-"));
        assertThat(mine.each("/role")).containsExactly("developer", "admin", "admin");
        assertThat(mine.each("/status")).containsExactly("active", "active", "suspended");
        assertThat(mine.text("/data/0/organizationId")).isEqualTo(acme.id().toString());
        assertThat(mine.text("/data/0/name")).isEqualTo("Acme");
        assertThat(mine.text("/data/0/memberId")).isEqualTo(graceAtAcme.toString());
        assertThat(mine.body().at("/data/0/permissions")).hasSize(Role.DEVELOPER.permissions().size());
        assertThat(mine.body().at("/data/2/permissions")).isEmpty();
        assertThat(mine.text("/data/2/memberId")).isEqualTo(suspended.toString());
    }

    private UUID join(String slug) {
        var organization = Acme.named(slug);
        var member = UUID.randomUUID();
        join(organization, member, Role.ADMIN);
        recorder.record(organization.id(), new MemberSuspended(member));
        return member;
    }

    @Test
    void a_token_sees_its_own_organization() {
        var own = UUID.randomUUID();
        var organizations = UUID.randomUUID();
        recorder.record(acme.id(), acme.token(own, graceAtAcme, Scope.PROTECTED_ENDPOINT));
        recorder.record(acme.id(), acme.token(organizations, null, Scope.AUDIT));

        var personal = mine(client.as(recorder.secret(own)));
        assertThat(personal.each("/slug")).containsExactly(slug(acme));
        assertThat(personal.text("/data/0/memberId")).isEqualTo(graceAtAcme.toString());
        assertThat(personal.text("/data/0/role")).isEqualTo("developer");
        assertThat(personal.body().at("/data/0/permissions").toString()).isEqualTo("[\"inference.run\"]");

        var program = mine(client.as(recorder.secret(organizations)));
        assertThat(program.each("/slug")).containsExactly(slug(acme));
        assertThat(program.body().at("/data/0/memberId").isNull()).isTrue();
        assertThat(program.body().at("/data/0/role").isNull()).isTrue();
        assertThat(program.body().at("/data/0/permissions").toString()).isEqualTo("[\"members.view\",\"audit.read\",\"events.read\"]");
    }

    @Test
    void operators_and_strangers_belong_to_none() {
        assertThat(mine(client).each("/slug")).isEmpty();
        assertThat(mine(client.asPerson("stranger")).each("/slug")).isEmpty();
        assertThat(client.anonymous("/me/organizations").status()).isEqualTo(401);
    }
}
