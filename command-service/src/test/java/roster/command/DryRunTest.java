package roster.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import roster.command.Client.Response;
import roster.command.Rehearsal.Request;
import roster.command.http.CommandSender;
import roster.contract.stored.EventJson;
import roster.contract.stored.RecordedEvent;
import roster.eventstore.EventReader;

/** {@code /dry-run} before the path of a command returns its events without recording them. */
@ServiceTest
class DryRunTest {
    @Autowired private Client client;

    @Autowired private Teams teams;

    @Autowired private TestClock clock;

    @Autowired private JdbcClient jdbc;

    @Autowired private EventReader store;

    @AfterEach
    void reset() {
        clock.reset();
    }

    private Request prepared(Rehearsal rehearsal) {
        return rehearsal.request().apply(teams.founded(rehearsal.slug()), clock);
    }

    @ParameterizedTest
    @MethodSource("roster.command.Rehearsal#carriedOut")
    void it_tells_the_events_that_the_command_then_records(Rehearsal rehearsal) {
        var request = prepared(rehearsal);
        var past = store.read(0, Long.MAX_VALUE, Integer.MAX_VALUE);
        var before = everything();

        var foreseen = request.asDryRun().send(client);

        assertThat(foreseen.status()).as(foreseen.raw()).isEqualTo(200);
        assertThat(foreseen.body().propertyNames()).containsExactly("events");
        assertThat(foreseen.headers().map()).doesNotContainKeys("etag", "location", "consistency-token");
        assertThat(everything()).isEqualTo(before);
        assertThat(request.send(client).status()).isBetween(200, 204);
        var recorded = store.read(past.isEmpty() ? 0 : past.getLast().position(), Long.MAX_VALUE, Integer.MAX_VALUE);
        assertThat(recorded).extracting(it -> it.type().storedName()).containsExactlyElementsOf(rehearsal.events());
        var gist = new Gist(past.toString());
        assertThat(gist.of(told(foreseen))).isEqualTo(gist.of(told(recorded)));
    }

    private static String told(Response foreseen) {
        return foreseen.body().path("events").valueStream()
                .map(it -> it.path("type").asString() + " " + it.path("aggregateId").asString() + " " + it.path("event"))
                .collect(Collectors.joining("\n"));
    }

    private static String told(List<RecordedEvent> recorded) {
        return recorded.stream().map(it -> it.type().storedName() + " " + it.aggregateId() + " " + EventJson.write(it.event()))
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @MethodSource("roster.command.Rehearsal#refused")
    void it_is_refused_as_the_command_is(Rehearsal rehearsal) {
        var request = prepared(rehearsal);
        var before = everything();

        var foreseen = request.asDryRun().send(client);
        var refused = request.send(client);

        assertThat(everything()).isEqualTo(before);
        assertThat(refused.status()).as(refused.raw()).isBetween(400, 499);
        assertThat(problem(foreseen)).isEqualTo(problem(refused));
        assertThat(retryAfter(refused)).isBetween(retryAfter(foreseen) - 60, retryAfter(foreseen));
    }

    /** The Retry-After in seconds; 0 if there is none. */
    private static long retryAfter(Response answer) {
        return answer.header("Retry-After").isEmpty() ? 0 : Long.parseLong(answer.header("Retry-After"));
    }

    private static JsonNode problem(Response answer) {
        return ((ObjectNode) answer.body()).without("traceId");
    }

    @Test
    void an_idempotency_key_is_still_good_for_the_command() {
        var team = teams.founded("rehearsed-key");
        var invite = Request.post("/organizations/rehearsed-key/members", """
                {"name": "Grace", "email": "grace@navy.example", "role": "developer"}""", "Idempotency-Key", "rehearsed");

        invite.asDryRun().send(client);
        var invited = invite.send(client);
        var again = invite.asDryRun().send(client);

        assertThat(invited.status()).isEqualTo(201);
        assertThat(invited.header("Idempotency-Replayed")).isEmpty();
        assertThat(again.code()).as("nothing is answered from memory").isEqualTo("email-taken");
        assertThat(team.history(invited.id("/memberId"))).hasSize(1);
    }

    @Test
    void an_unknown_caller_learns_nothing() {
        assertThat(client.sendAnonymously("POST", "/dry-run/organizations/no-rehearsal/members").status()).isEqualTo(401);
    }

    /** New commands must be added to {@link Rehearsal}. */
    @Test
    void every_command_is_tried_here(@Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        var tried = Rehearsal.carriedOut().map(Rehearsal::route)
                .flatMap(it -> Stream.of(it, it.replaceFirst(" ", " /dry-run"))).collect(Collectors.toSet());

        assertThat(mappings.getHandlerMethods().entrySet().stream().filter(it -> takesCommands(it.getValue()))
                .flatMap(it -> it.getKey().getMethodsCondition().getMethods().stream().flatMap(method -> it.getKey().getPatternValues()
                        .stream().map(path -> method + " " + path)))
                .collect(Collectors.toSet())).isNotEmpty().isEqualTo(tried);
    }

    private static boolean takesCommands(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters()).anyMatch(it -> it.getParameterType() == CommandSender.class);
    }

    /** All rows except those of the publisher, which is asynchronous, and the last position assigned. */
    private List<String> everything() {
        var tables = jdbc.sql("select format('%I.%I', schemaname, tablename) from pg_tables where schemaname in ('command', 'event_store')"
                + " and tablename not in ('subscription', 'flyway_schema_history') order by 1").query(String.class).list();
        assertThat(tables).contains("command.membership", "command.idempotency", "event_store.event");
        return Stream.concat(tables.stream().flatMap(this::rows),
                Stream.of(jdbc.sql("select last_value from event_store.event_position").query(String.class).single())).toList();
    }

    private Stream<String> rows(String table) {
        return jdbc.sql("select '%1$s ' || it::text from %1$s it order by 1".formatted(table)).query(String.class).list().stream();
    }
}
