package roster.query.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import roster.contract.role.Role;
import roster.local.postgres.Database;
import roster.query.Acme;
import roster.query.Client;
import roster.query.Recorder;
import roster.query.RunningService;
import roster.query.ServiceTest;

/** The certification scenario of the specification: its users are members, its actions permissions, and its records an organization. */
@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CertificationTest {
    private static final String EVALUATION = "/access/v1/evaluation";
    private static final String EVALUATIONS = "/access/v1/evaluations";
    private static final String READ = "{\"name\":\"bentos.pull\"}";
    private static final String WRITE = "{\"name\":\"members.manage\"}";

    private final Acme acme = Acme.exactly("certified");
    private final UUID bobId = UUID.randomUUID();
    private final String alice = "{\"type\":\"member\",\"id\":\"%s\"}".formatted(acme.ada());
    private final String bob = "{\"type\":\"member\",\"id\":\"%s\"}".formatted(bobId);
    private final String record = "{\"type\":\"organization\",\"id\":\"certified\"}";

    @Autowired Client client;
    @Autowired Recorder recorder;

    @BeforeAll
    void alice_may_write_and_bob_may_not() {
        recorder.record(acme.id(), acme.founded());
        recorder.record(acme.id(), acme.joined(bobId, "Bob", Role.ENDPOINT_USER));
    }

    private Client.Response post(String path, String body, String... headers) {
        var all = new ArrayList<>(List.of("Content-Type", "application/json"));
        all.addAll(List.of(headers));
        return client.post(path, body, all.toArray(String[]::new));
    }

    private static String question(String subject, String action, String resource) {
        return "{\"subject\":%s,\"action\":%s,\"resource\":%s}".formatted(subject, action, resource);
    }

    private static void isDecided(Client.Response answer, boolean decision) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.body().path("decision").isBoolean()).isTrue();
        assertThat(answer.body().path("decision").asBoolean()).isEqualTo(decision);
    }

    private static List<Boolean> decisions(Client.Response answer) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.body().has("decision")).isFalse();
        assertThat(answer.body().path("evaluations").valueStream()).allMatch(it -> it.path("decision").isBoolean());
        return answer.body().path("evaluations").valueStream().map(it -> it.path("decision").asBoolean()).toList();
    }

    private static void isRefused(Client.Response answer, String pointer) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/code")).isEqualTo("invalid");
        assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
    }

    @Test
    void what_is_permitted_is_true_and_what_is_denied_is_false_and_both_are_answers() {
        isDecided(post(EVALUATION, question(alice, READ, record)), true);
        isDecided(post(EVALUATION, question(alice, WRITE, record)), true);
        isDecided(post(EVALUATION, question(bob, READ, record)), true);
        isDecided(post(EVALUATION, question(bob, WRITE, record)), false);
        assertThat(post(EVALUATION, question(alice, READ, record)).body().propertyNames()).containsExactly("decision");
        assertThat(post(EVALUATION, question(bob, WRITE, record)).body().path("context").isObject()).isTrue();
    }

    @Test
    void the_same_question_has_the_same_answer() {
        for (int i = 0; i < 5; i++) {
            isDecided(post(EVALUATION, question(alice, READ, record)), true);
        }
    }

    @Test
    void a_context_may_be_given_and_changes_nothing() {
        var context = "{\"time\":\"2025-06-27T18:03-07:00\",\"ip\":\"192.168.1.1\"}";

        isDecided(post(EVALUATION, "{\"subject\":%s,\"action\":%s,\"resource\":%s,\"context\":%s}".formatted(alice, READ, record, context)),
                true);
    }

    @Test
    void properties_may_be_given_and_change_nothing() {
        var subject = "{\"type\":\"member\",\"id\":\"%s\",\"properties\":{\"department\":\"Sales\",\"role\":\"admin\"}}".formatted(bobId);
        var action = "{\"name\":\"%s\",\"properties\":{\"method\":\"GET\"}}";
        var resource = "{\"type\":\"organization\",\"id\":\"certified\",\"properties\":{\"status\":\"active\",\"owner\":\"bob\"}}";

        isDecided(post(EVALUATION, question(subject, action.formatted("bentos.pull"), resource)), true);
        isDecided(post(EVALUATION, question(subject, action.formatted("members.manage"), resource)), false);
    }

    @Test
    void unknown_fields_are_ignored_wherever_they_are() {
        var subject = "{\"type\":\"member\",\"id\":\"%s\",\"foo\":1}".formatted(acme.ada());
        var body = "{\"subject\":%s,\"action\":{\"name\":\"bentos.pull\",\"foo\":[]},\"resource\":%s,\"foo\":\"bar\",\"futureField\":{\"nested\":true}}"
                .formatted(subject, record);

        isDecided(post(EVALUATION, body), true);
        isDecided(post(EVALUATIONS, body), true);
        assertThat(decisions(post(EVALUATIONS, "{\"foo\":1,\"options\":{\"foo\":2},\"evaluations\":[%s]}".formatted(body))))
                .containsExactly(true);
    }

    @Test
    void what_is_missing_is_named() {
        isRefused(post(EVALUATION, "{\"action\":%s,\"resource\":%s}".formatted(READ, record)), "/subject");
        isRefused(post(EVALUATION, "{\"subject\":%s,\"resource\":%s}".formatted(alice, record)), "/action");
        isRefused(post(EVALUATION, "{\"subject\":%s,\"action\":%s}".formatted(alice, READ)), "/resource");
        isRefused(post(EVALUATION, question("{\"id\":\"alice\"}", READ, record)), "/subject/type");
        isRefused(post(EVALUATION, question("{\"type\":\"member\"}", READ, record)), "/subject/id");
        isRefused(post(EVALUATION, question(alice, "{}", record)), "/action/name");
        isRefused(post(EVALUATION, question(alice, READ, "{\"id\":\"certified\"}")), "/resource/type");
        isRefused(post(EVALUATION, question(alice, READ, "{\"type\":\"organization\"}")), "/resource/id");
        isRefused(post(EVALUATION, question("null", READ, record)), "/subject");
        isRefused(post(EVALUATION, question(alice, "{\"name\":null}", record)), "/action/name");
        isRefused(post(EVALUATION, "{}"), "/subject");
    }

    @Test
    void what_is_of_the_wrong_type_is_named() {
        isRefused(post(EVALUATION, question("\"alice\"", READ, record)), "/subject");
        isRefused(post(EVALUATION, question("\"\"", READ, record)), "/subject");
        isRefused(post(EVALUATION, question("[%s]".formatted(alice), READ, record)), "/subject");
        isRefused(post(EVALUATION, question(alice, "{\"name\":123}", record)), "/action/name");
        isRefused(post(EVALUATION, question(alice, "{\"name\":{}}", record)), "/action/name");
        isRefused(post(EVALUATION, question(alice, "{\"name\":true}", record)), "/action/name");
        isRefused(post(EVALUATION, question(alice, READ, "{\"type\":\"organization\",\"id\":1}")), "/resource/id");
        isRefused(post(EVALUATION, question(alice, READ, "{\"type\":\"organization\",\"id\":\"certified\",\"properties\":1}")),
                "/resource/properties");
        isRefused(post(EVALUATION, "{\"subject\":%s,\"action\":%s,\"resource\":%s,\"context\":\"now\"}".formatted(alice, READ, record)),
                "/context");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{\"subject\":", "[]", "\"alice\"", "1", "null", "{}{}", "{\"subject\":{},\"subject\":{}}"})
    void a_body_that_is_no_json_object_is_refused(String body) {
        assertThat(post(EVALUATION, body).status()).isEqualTo(400);
        assertThat(post(EVALUATIONS, body).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded", "application/problem+json", "rubbish"})
    void so_is_another_content_type(String type) {
        for (var path : List.of(EVALUATION, EVALUATIONS)) {
            var answer = client.post(path, question(alice, READ, record), "Content-Type", type);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.wrong()).isEqualTo("Content-Type");
        }
    }

    @Test
    void and_none_at_all() {
        assertThat(client.post(EVALUATION, question(alice, READ, record)).status()).isEqualTo(400);
        isDecided(client.post(EVALUATION, question(alice, READ, record), "Content-Type", "application/json; charset=utf-8"), true);
    }

    @Test
    void the_id_of_a_request_is_that_of_the_answer_whatever_becomes_of_it() {
        for (var id : List.of("bfe9eb29-ab87-4ca3-be83-a1d5d8305716", "an arbitrary string", "~")) {
            assertThat(post(EVALUATION, question(alice, READ, record), "X-Request-ID", id).header("X-Request-ID")).isEqualTo(id);
            assertThat(post(EVALUATION, "{", "X-Request-ID", id).header("X-Request-ID")).isEqualTo(id);
        }
        isDecided(post(EVALUATION, question(alice, READ, record)), true);
    }

    @Test
    void who_brings_no_credentials_gets_no_decision() {
        for (var path : List.of(EVALUATION, EVALUATIONS)) {
            var answer = client.as("x".repeat(40)).post(path, question(alice, READ, record), "Content-Type", "application/json");
            assertThat(answer.status()).isEqualTo(401);
        }
        assertThat(client.anonymous(EVALUATION).status()).isEqualTo(401);
    }

    @Test
    void many_questions_are_answered_in_their_order() {
        var others = "{\"action\":%s,\"resource\":%s,\"evaluations\":[{\"subject\":%s},{\"subject\":%s}]}";
        assertThat(decisions(post(EVALUATIONS, others.formatted(WRITE, record, alice, bob)))).containsExactly(true, false);
        assertThat(decisions(post(EVALUATIONS, others.formatted(WRITE, record, bob, alice)))).containsExactly(false, true);

        var actions = "{\"subject\":%s,\"resource\":%s,\"evaluations\":[{\"action\":%s},{\"action\":%s}]}".formatted(bob, record, READ,
                WRITE);
        assertThat(decisions(post(EVALUATIONS, actions))).containsExactly(true, false);

        var resources = "{\"subject\":%s,\"action\":%s,\"evaluations\":[{\"resource\":%s},{\"resource\":{\"type\":\"organization\",\"id\":\"x\"}}]}"
                .formatted(alice, READ, record);
        assertThat(decisions(post(EVALUATIONS, resources))).containsExactly(true, false);
    }

    @Test
    void they_need_no_default_values_and_may_override_all_of_them() {
        var evaluations = "\"evaluations\":[%s,%s]".formatted(question(alice, READ, record), question(bob, WRITE, record));

        assertThat(decisions(post(EVALUATIONS, "{%s}".formatted(evaluations)))).containsExactly(true, false);
        var defaults = "\"subject\":%s,\"action\":%s,\"resource\":%s".formatted(bob, WRITE, record);
        assertThat(decisions(post(EVALUATIONS, "{%s,%s}".formatted(defaults, evaluations)))).containsExactly(true, false);
        assertThat(
                decisions(post(EVALUATIONS, "{%s,\"context\":{\"a\":1},\"evaluations\":[{},{\"context\":{\"a\":2}}]}".formatted(defaults))))
                .containsExactly(false, false);
    }

    @Test
    void a_default_value_gives_way_as_a_whole() {
        var body = """
                {"subject":%s,"action":{"name":"bentos.pull"},"resource":{"type":"model","id":"m","properties":{"organization":"certified"}},
                 "evaluations":[{},
                                {"resource":{"type":"model","id":"other"}},
                                {"resource":{"type":"organization","id":"certified"}},
                                {"resource":null,"action":null,"subject":null},
                                {"resource":{"id":"other","properties":{"organization":"certified"}}},
                                {"subject":{"id":"%s"}},
                                {"subject":{"type":"member"}},
                                {"subject":{}},
                                {"action":{"properties":{}}}]}""".formatted(alice, acme.ada());

        var answer = post(EVALUATIONS, body);

        assertThat(decisions(answer)).containsExactly(true, false, true, true, false, false, false, false, false);
        assertThat(answer.body().path("evaluations").valueStream().skip(4).map(it -> it.at("/context/error/message").asString()))
                .containsExactly("/resource/type is missing", "/subject/type is missing", "/subject/id is missing",
                        "/subject/type is missing",
                        "/action/name is missing");
        assertThat(answer.text("/evaluations/4/context/error/status")).isEqualTo("400");
    }

    @Test
    void what_is_wrong_with_one_question_is_no_fault_of_the_others() {
        var body = "{\"subject\":%s,\"action\":%s,\"evaluations\":[{\"resource\":%s},{},{\"resource\":1},7,null,{\"resource\":%s}]}"
                .formatted(alice, READ, record, record);

        var answer = post(EVALUATIONS, body);

        assertThat(decisions(answer)).containsExactly(true, false, false, false, false, true);
        assertThat(answer.text("/evaluations/1/context/error/message")).isEqualTo("/resource is missing");
        assertThat(answer.text("/evaluations/1/context/error/status")).isEqualTo("400");
        assertThat(answer.text("/evaluations/2/context/error/message")).isEqualTo("has a value of the wrong type");
        assertThat(answer.text("/evaluations/3/context/error/message")).isEqualTo("is not an object");
    }

    @Test
    void without_questions_there_is_the_one_that_is_said_for_all() {
        isDecided(post(EVALUATIONS, question(alice, READ, record)), true);
        isDecided(post(EVALUATIONS, question(bob, WRITE, record)), false);
        for (var none : List.of("[]", "null")) {
            isDecided(
                    post(EVALUATIONS,
                            "{\"subject\":%s,\"action\":%s,\"resource\":%s,\"evaluations\":%s}".formatted(alice, READ, record, none)),
                    true);
        }
        isRefused(post(EVALUATIONS, "{\"subject\":%s,\"action\":%s,\"evaluations\":[]}".formatted(alice, READ)), "/resource");
    }

    @Test
    void a_batch_ends_where_it_is_settled() {
        var body = "{\"resource\":%s,\"action\":%s,\"evaluations\":[{\"subject\":%s},{\"subject\":%s},{\"subject\":%s}],\"options\":%s}";
        var semantic = "{\"evaluations_semantic\":\"%s\"}";

        assertThat(decisions(post(EVALUATIONS, body.formatted(record, WRITE, alice, bob, alice, "{}")))).containsExactly(true, false, true);
        assertThat(decisions(post(EVALUATIONS, body.formatted(record, WRITE, alice, bob, alice, semantic.formatted("execute_all")))))
                .containsExactly(true, false, true);
        assertThat(decisions(post(EVALUATIONS, body.formatted(record, WRITE, alice, bob, alice, semantic.formatted("deny_on_first_deny")))))
                .containsExactly(true, false);
        assertThat(
                decisions(post(EVALUATIONS, body.formatted(record, WRITE, bob, alice, bob, semantic.formatted("permit_on_first_permit")))))
                .containsExactly(false, true);
        assertThat(decisions(post(EVALUATIONS, body.formatted(record, WRITE, bob, bob, bob, semantic.formatted("permit_on_first_permit")))))
                .containsExactly(false, false, false);
    }

    @Test
    void a_batch_that_cannot_be_understood_as_a_whole_is_refused() {
        isRefused(post(EVALUATIONS, "{\"evaluations\":{}}"), "/evaluations");
        isRefused(post(EVALUATIONS, "{\"subject\":\"alice\",\"evaluations\":[{}]}"), "/subject");
        isRefused(post(EVALUATIONS, "{\"evaluations\":[{}],\"options\":1}"), "/options");
        for (var semantic : List.of("\"some\"", "0", "{}")) {
            isRefused(post(EVALUATIONS, "{\"evaluations\":[{}],\"options\":{\"evaluations_semantic\":%s}}".formatted(semantic)),
                    "/options/evaluations_semantic");
        }
    }

    @Test
    void a_batch_has_an_end() {
        var defaults = "{\"subject\":%s,\"action\":%s,\"resource\":%s,\"evaluations\":[%s]}";

        var hundred = String.join(",", IntStream.range(0, 100).mapToObj(_ -> "{}").toList());
        assertThat(decisions(post(EVALUATIONS, defaults.formatted(alice, READ, record, hundred)))).hasSize(100).containsOnly(true);
        isRefused(post(EVALUATIONS, defaults.formatted(alice, READ, record, hundred + ",{}")), "/evaluations");
    }

    @Test
    void anybody_may_learn_where_the_decisions_are() {
        var answer = client.anonymous("/.well-known/authzen-configuration");
        var here = "http://127.0.0.1:8082";

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.body().propertyNames()).containsExactly("policy_decision_point", "access_evaluation_endpoint",
                "access_evaluations_endpoint", "search_subject_endpoint", "search_resource_endpoint", "search_action_endpoint");
        for (var searched : List.of("subject", "resource", "action")) {
            assertThat(answer.text("/search_" + searched + "_endpoint")).isEqualTo(here + "/access/v1/search/" + searched);
        }
        assertThat(answer.text("/policy_decision_point")).isEqualTo(here);
        assertThat(answer.text("/access_evaluation_endpoint")).isEqualTo(here + EVALUATION);
        assertThat(answer.text("/access_evaluations_endpoint")).isEqualTo(here + EVALUATIONS);
    }

    @Test
    void a_setting_says_what_the_service_is_called_elsewhere(@Autowired Database database) {
        try (var service = RunningService.on(database, "ROSTER_QUERY_URL=https://roster.example/queries")) {
            var answer = service.client().anonymous("/.well-known/authzen-configuration");

            assertThat(answer.text("/policy_decision_point")).isEqualTo("https://roster.example/queries");
            assertThat(answer.text("/access_evaluation_endpoint")).isEqualTo("https://roster.example/queries" + EVALUATION);
        }
    }
}
