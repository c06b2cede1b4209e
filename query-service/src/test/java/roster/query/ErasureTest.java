package roster.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import roster.contract.event.Actor;
import roster.contract.event.EventMetadata;
import roster.contract.event.Inviter;
import roster.contract.event.MemberEvent.MemberDeleted;
import roster.contract.event.MemberEvent.MemberErased;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.MemberEvent.MemberRoleChanged;
import roster.contract.event.MemberStatus;
import roster.contract.role.Role;
import roster.contract.role.Scope;
import roster.contract.stored.RecordedEvent;
import roster.local.postgres.Database;

/** Canary is an admin who invited Grace, has a token, and is deleted. */
@OwnServiceTest
class ErasureTest {
    private final Acme acme = Acme.named("erasure");
    private final UUID canary = UUID.randomUUID();
    private final UUID grace = UUID.randomUUID();
    private final UUID token = UUID.randomUUID();
    private final String name = "Canary " + canary;

    @Autowired Client client;
    @Autowired Recorder recorder;
    @Autowired Database database;

    @BeforeEach
    void canaryLeaves() {
        recorder.record(acme.id(), acme.founded());
        recorder.record(acme.id(), acme.joined(canary, name, Role.DEVELOPER));
        recorder.record(new EventMetadata(acme.id(), new Actor(Actor.Kind.MEMBER, acme.ada().toString()), null, "as " + name + " asked",
                "correlation", "causation", null, null, null), new MemberRoleChanged(canary, Role.DEVELOPER, Role.ADMIN));
        recorder.record(acme.id(), acme.token(token, canary, Scope.AUDIT), new MemberInvited(grace, acme.organization(), UUID.randomUUID(),
                "Grace Hopper", "grace@acme.example", Role.DEVELOPER, new Inviter(canary, name, canary + "@acme.example"), Acme.NEXT_WEEK));
        await(recorder.record(Recorder.by(acme.id(), new Actor(Actor.Kind.MEMBER, canary.toString())),
                new MemberDeleted(canary, MemberStatus.ACTIVE)));
    }

    private void await(List<RecordedEvent> recorded) {
        assertThat(client.get(acme.path() + "/members", "Consistency-Token", "" + recorded.getLast().position()).status()).isEqualTo(200);
    }

    private void erase() {
        await(recorder.record(acme.id(), new MemberErased(canary)));
    }

    /** Tables of the newest views that contain the canary's name. */
    private List<String> tablesWithCanary() {
        var views = JdbcClient.create(new DriverManagerDataSource(database.jdbcUrl(), "roster_query", database.passwords().query()));
        var generation = views.sql("select number from views.generation where state = 'live' order by number desc limit 1")
                .query(Integer.class).single();
        return Rows.TABLES.stream()
                .filter(table -> views.sql("select exists (select from views_" + generation + "." + table + " as it"
                        + " where it::text ilike '%canary ' || ? || '%' or it::text ilike '%' || ? || '@acme%')")
                        .param(canary.toString()).param(canary.toString()).query(Boolean.class).single())
                .toList();
    }

    @Test
    void who_is_erased_is_named_in_no_view_from_then_on() {
        assertThat(tablesWithCanary()).containsExactly("member", "member_past", "event");

        erase();

        assertThat(tablesWithCanary()).isEmpty();
    }

    @Test
    void of_the_erased_it_is_told_what_happened_but_not_to_whom() {
        erase();

        var member = client.get(acme.path() + "/members/" + canary);
        var history = client.get(acme.path() + "/members/" + canary + "/history");

        assertThat(member.body().at("/erased").asBoolean()).isTrue();
        assertThat(member.body().at("/name").isNull()).isTrue();
        assertThat(history.each("/type")).containsExactly("member.invited", "member.invitation_accepted", "member.role_changed",
                "member.deleted", "member.erased");
        assertThat(history.text("/data/2/after/role")).isEqualTo("admin");
        assertThat(history.body().at("/data/2/reason").isNull()).isTrue();
        assertThat(history.text("/data/2/actor/name")).isEqualTo("Ada Lovelace");
        assertThat(history.text("/data/3/actor/id")).isEqualTo(canary.toString());
        assertThat(history.body().at("/data/3/actor/name").isNull()).isTrue();
        var invited = client.get(acme.path() + "/members/" + grace);
        assertThat(invited.text("/invitation/invitedBy/memberId")).isEqualTo(canary.toString());
        assertThat(invited.body().at("/invitation/invitedBy/name").isNull()).isTrue();
    }

    @Test
    void views_that_are_built_anew_are_the_same_before_and_after() {
        var before = rows();
        rebuild();
        assertThat(rows()).isEqualTo(before);

        erase();

        var after = rows();
        rebuild();
        assertThat(rows()).isEqualTo(after).isNotEqualTo(before);
    }

    private void rebuild() {
        client.rebuild();
    }

    /** Rows of this organization in the live views. */
    private List<?> rows() {
        var views = JdbcClient.create(new DriverManagerDataSource(database.jdbcUrl(), "roster_query", database.passwords().query()));
        var generation = views.sql("select number from views.generation where state = 'live' order by number desc limit 1")
                .query(Integer.class).single();
        return Rows.TABLES.stream().map(table -> Rows.in(database, generation, table).stream()
                .filter(row -> acme.id().toString().equals(row.get("organization_id"))).toList()).toList();
    }
}
