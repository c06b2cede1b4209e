package roster.query.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

import roster.contract.event.MemberEvent.MemberDeleted;
import roster.contract.event.MemberEvent.MemberRoleChanged;
import roster.contract.event.MemberEvent.MemberSuspended;
import roster.contract.event.MemberStatus;
import roster.contract.role.Permission;
import roster.contract.role.Role;
import roster.local.postgres.Database;
import roster.query.Acme;
import roster.query.Client;
import roster.query.Recorder;
import roster.query.ServiceTest;

@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PermissionsTest {
    private final Acme acme = Acme.named("acme");
    private final Acme other = Acme.named("other");

    @Autowired Client client;
    @Autowired Recorder recorder;
    @Autowired Database database;

    @BeforeAll
    void organizations_are_there() {
        recorder.record(acme.id(), acme.founded());
        recorder.record(other.id(), other.founded());
    }

    private UUID joined(Role role) {
        var member = UUID.randomUUID();
        recorder.record(acme.id(), acme.joined(member, "Grace Hopper", role));
        return member;
    }

    private Client.Response permissions(UUID member) {
        var path = acme.path() + "/members/" + member;
        client.get(path, "Consistency-Token", "" + recorder.lastPosition());
        return client.get(path + "/permissions");
    }

    private static List<String> permissions(Client.Response answer) {
        return answer.body().path("permissions").valueStream().map(it -> it.asString()).toList();
    }

    @ParameterizedTest
    @EnumSource
    void an_active_member_may_do_what_the_role_permits(Role role) {
        var member = joined(role);

        var answer = permissions(member);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/memberId")).isEqualTo(member.toString());
        assertThat(answer.text("/organizationId")).isEqualTo(acme.id().toString());
        assertThat(answer.text("/role")).isEqualTo(role.value());
        assertThat(answer.text("/status")).isEqualTo("active");
        assertThat(permissions(answer)).containsExactlyElementsOf(role.permissions().stream().map(Permission::value).toList());
    }

    @Test
    void the_invited_the_suspended_and_the_deleted_may_do_nothing() {
        var invited = UUID.randomUUID();
        recorder.record(acme.id(), acme.invited(invited, "Invited Only", Role.ADMIN));
        var suspended = joined(Role.ADMIN);
        recorder.record(acme.id(), new MemberSuspended(suspended));
        var deleted = joined(Role.ADMIN);
        recorder.record(acme.id(), new MemberDeleted(deleted, MemberStatus.ACTIVE));

        assertThat(List.of(permissions(invited), permissions(suspended), permissions(deleted)))
                .allSatisfy(it -> assertThat(it.status()).isEqualTo(200))
                .allSatisfy(it -> assertThat(permissions(it)).isEmpty())
                .allSatisfy(it -> assertThat(it.text("/role")).isEqualTo("admin"))
                .extracting(it -> it.text("/status")).containsExactly("invited", "suspended", "deleted");
    }

    @Test
    void other_members_are_not_found() {
        assertThat(permissions(UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(permissions(other.ada()).status()).isEqualTo(404);
        assertThat(client.get(acme.path() + "/members/rubbish/permissions").status()).isEqualTo(404);
        assertThat(client.asPerson(acme.ada().toString()).get(other.path() + "/members/" + other.ada() + "/permissions").status())
                .isEqualTo(404);
    }

    @Test
    void answers_are_true_while_the_views_stand_still() throws Exception {
        var member = joined(Role.ADMIN);
        var grace = joined(Role.DEVELOPER);
        var path = acme.path() + "/members/" + member;
        assertThat(permissions(member).text("/role")).isEqualTo("admin");
        client.get(path, "Consistency-Token", "" + recorder.lastPosition());
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), "roster_query", database.passwords().query());
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select number from views.generation for update");
            recorder.record(acme.id(), new MemberRoleChanged(member, Role.ADMIN, Role.ENDPOINT_USER));
            assertThat(client.get(path + "/permissions").text("/role")).isEqualTo("endpoint_user");
            assertThat(client.get(path).text("/role")).isEqualTo("admin");

            recorder.record(acme.id(), new MemberDeleted(member, MemberStatus.ACTIVE));
            var answer = client.get(path + "/permissions");
            assertThat(answer.text("/status")).isEqualTo("deleted");
            assertThat(permissions(answer)).isEmpty();
            assertThat(client.get(path).text("/status")).isEqualTo("active");
            assertThat(client.asPerson(grace.toString()).get(path + "/permissions").status()).isEqualTo(404);
        }
    }
}
