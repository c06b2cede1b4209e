package roster.query.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import roster.contract.event.ApiTokenEvent;
import roster.contract.event.MemberEvent;
import roster.contract.event.Organization;
import roster.contract.role.Role;
import roster.contract.role.Scope;
import roster.local.postgres.Database;
import roster.population.Size;
import roster.query.Acme;
import roster.query.Client;
import roster.query.OwnServiceTest;
import roster.query.Recorder;
import roster.query.member.MemberTable;
import roster.query.population.Populated;

/**
 * The plans of all statements that the service executes for its answers and for its views, with a large organization and many small ones: none
 * reads a whole table, discards most of what it reads, or sorts a whole organization. Statements are found in PostgreSQL's log, requests in
 * the OpenAPI document, so that new ones are examined, too.
 */
@OwnServiceTest
@ContextConfiguration(initializers = ExplainedDatabase.class)
class PlansTest {
    private static final int MEMBERS = 3_000;
    /** The same statistics in each run, up to ids. */
    private static final long SEED = 56;
    private static final JsonMapper JSON = new JsonMapper();
    private static final Acme ACME = Acme.named("plans");

    /** Statements whose time may grow, by how they begin, and why. */
    private static final Map<String, String> ACCEPTED = Map.of(
            "select role, status, count(*), count(*) filter (where", "counts all members with a text, who may be all",
            "select distinct member_id from event", "a difference reads all events between its moments",
            "select position, order_time from event where ($1::uuid is null", "an instant of all organizations, for operators only");

    @Autowired Client client;
    @Autowired Recorder recorder;
    @Autowired Database database;

    @Test
    void no_statement_becomes_slow_as_its_table_grows() throws SQLException {
        var populated = Populated.write(database, new Size(MEMBERS, 5 * MEMBERS, 60), SEED);
        client.get("/roles", "Consistency-Token", "" + populated.lastPosition());
        client.rebuild();
        try (var superuser = superuser()) {
            var jdbc = JdbcClient.create(new SingleConnectionDataSource(superuser, true));
            jdbc.sql("vacuum analyze").update();
            var log = new PlanLog(jdbc);
            var organizations = populated.population().organizations();

            Stream.of(organizations.getFirst(), organizations.getLast()).forEach(it -> ask(populated, it));
            fold();

            var plans = log.plans();
            assertThat(plans).hasSizeGreaterThan(1_000);
            assertThat(Stream.concat(faults(plans).stream(), genericFaults(plans, jdbc).stream())).isEmpty();
        }
    }

    /** A connection that sends text, in which statements with parameters can be explained without values. */
    private Connection superuser() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl() + "?preferQueryMode=simple", "postgres", database.passwords().superuser());
    }

    private void ask(Populated populated, Organization organization) {
        var events = populated.of(organization.id());
        var middle = events.get(events.size() / 2);
        var member = events.stream().filter(it -> it.event() instanceof MemberEvent).findFirst().orElseThrow().aggregateId().toString();
        var token = events.stream().filter(it -> it.event() instanceof ApiTokenEvent).findFirst().map(it -> it.aggregateId().toString())
                .orElse(member);
        client.send("POST", "/admin/log/checkpoint");
        var moments = List.of(middle.recordedAt().toString());
        var questions = new EveryQuestion(
                Map.ofEntries(Map.entry("org", List.of(organization.slug())), Map.entry("member", List.of(member)),
                        Map.entry("owner", List.of(member)), Map.entry("organization", List.of(organization.id().toString())),
                        Map.entry("token", List.of(token)), Map.entry("name", List.of("views")), Map.entry("rebuild", List.of(member)),
                        Map.entry("q", List.of("e", "q", "zo", "xyzzy", "galois", "zoe galois", ".12")), Map.entry("asOf", moments),
                        Map.entry("from", List.of(events.get(events.size() / 3).recordedAt().toString())), Map.entry("to", moments),
                        Map.entry("type", List.of("member.invited", "member.role_changed,member.suspended")),
                        Map.entry("actor", List.of(member)), Map.entry("event", List.of(middle.eventId().toString())),
                        Map.entry("limit", List.of("2")), Map.entry("after", List.of()),
                        Map.entry("before", List.of())));
        questions.paths().forEach(this::ask);
    }

    /** The first two pages. */
    private void ask(String path) {
        var page = client.get(path);
        assertThat(page.status()).as(path).isIn(200, 403, 404);
        var next = page.body().path("next").asString("");
        if (!next.isEmpty()) {
            assertThat(client.get(path + (path.contains("?") ? "&" : "?") + "after=" + next).status()).as(path).isEqualTo(200);
        }
    }

    /** Events one by one, so that statements are executed often enough to be planned without their values; and callers that are not the operator. */
    private void fold() {
        var grace = UUID.randomUUID();
        var token = UUID.randomUUID();
        recorder.record(ACME.id(), ACME.founded());
        recorder.record(ACME.id(), ACME.joined(grace, "Grace Hopper", Role.ADMIN));
        recorder.record(ACME.id(), ACME.token(token, null, Scope.values()));
        for (int i = 0; i < 12; i++) {
            var last = recorder.record(ACME.id(), ACME.invited(UUID.randomUUID(), "Member " + i, Role.DEVELOPER)).getLast();
            for (var caller : List.of(client.asPerson(grace.toString()), client.as(recorder.secret(token)))) {
                assertThat(caller.get(ACME.path() + "/members", "Consistency-Token", "" + last.position()).status()).isEqualTo(200);
            }
            client.asPerson(grace.toString()).get("/me/organizations");
        }
    }

    /** Reasons for which statements are slow, with the statements. */
    private static Set<String> faults(List<JsonNode> plans) {
        var faults = new TreeSet<String>();
        plans.stream().filter(plan -> ACCEPTED.keySet().stream().noneMatch(text(plan)::startsWith))
                .forEach(plan -> PlanStep.of(plan.path("Plan")).flatMap(it -> it.fault().stream())
                        .forEach(it -> faults.add(it + ": " + text(plan).replace(MemberTable.COLUMNS.names(), "*"))));
        return faults;
    }

    /** The same of plans for any values, which only statements outside of answers may get. */
    private static Set<String> genericFaults(List<JsonNode> plans, JdbcClient jdbc) {
        var statements = new TreeMap<String, String>();
        plans.stream().filter(it -> !it.at("/Settings/plan_cache_mode").asString("").equals("force_custom_plan"))
                .forEach(it -> statements.put(text(it), it.at("/Settings/search_path").asString("public")));
        assertThat(statements).hasSizeGreaterThan(10);
        return faults(statements.entrySet().stream().map(it -> {
            jdbc.sql("set search_path = " + it.getValue()).update();
            var explained = JSON.readTree(jdbc.sql("explain (generic_plan, format json) " + it.getKey()).query(String.class).single());
            return (JsonNode) ((ObjectNode) explained.get(0)).put("Query Text", it.getKey());
        }).toList());
    }

    private static String text(JsonNode plan) {
        return plan.path("Query Text").asString();
    }
}
