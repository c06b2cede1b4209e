package roster.openapi.contract;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Accepts exchanges that match the document, and rejects all others. */
class ContractTest {
    private static final String PATH = "/people/01980a5c-7a10-7c3e-9d6b-2f1f0a4b8c01/greetings";
    private static final String GREETING = "{\"words\": \"Hello\"}";
    private static final String GREETED = "{\"at\": \"2026-11-24T09:00:00Z\", \"by\": null, \"note\": null}";

    private final Contract contract = Contract.of("greeter");

    @Test
    void what_the_document_says_passes() {
        passes(answered(200, "application/json", GREETED, "ETag", "\"3\""));
        passes(answered(200, "application/json", GREETED.replace("null", "{\"words\": \"Hi\"}").replaceFirst("(note\": ).*", "$1\"x\"}"),
                "ETag", "\"3\"", "Idempotency-Replayed", "true"));
        passes(answered(204, "", ""));
        passes(answered(409, "application/problem+json", "{\"code\": \"busy\"}"));
    }

    @Test
    void an_answer_with_a_status_that_is_not_declared_does_not() {
        fails(answered(418, "application/problem+json", "{\"code\": \"busy\"}"), "the status is none of [200, 204, 410, 409]");
    }

    @Test
    void nor_one_without_a_header_that_is_promised_or_with_another_value() {
        fails(answered(200, "application/json", GREETED), "the header ETag is missing");
        fails(answered(200, "application/json", GREETED, "ETag", "3"), "header ETag:");
        fails(answered(200, "application/json", GREETED, "ETag", "\"3\"", "Idempotency-Replayed", "yes"), "header Idempotency-Replayed:");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{}|/: required", "[]|object expected", "{\"at\": 5, \"by\": null, \"note\": null}|/at",
            "{\"at\": \"today\", \"by\": null, \"note\": null}|/at",
            "{\"at\": \"2026-11-24T09:00:00Z\", \"by\": {}, \"note\": null}|words",
            "{\"at\": \"2026-11-24T09:00:00Z\", \"by\": null, \"note\": 5}|/note",
            "{\"at\": \"2026-11-24T09:00:00Z\", \"by\": null, \"note\": null, \"secret\": \"x\"}|secret",
            "greeted|the body is no JSON"})
    void nor_one_with_another_body(String body, String wrong) {
        fails(answered(200, "application/json", body, "ETag", "\"3\""), wrong.replace("/: ", ""));
    }

    @Test
    void nor_one_with_a_body_of_another_kind_or_where_none_belongs() {
        fails(answered(200, "text/html", "<p>", "ETag", "\"3\""), "the content type is text/html");
        fails(answered(204, "application/json", GREETED), "there is a body");
        fails(answered(409, "application/problem+json", "{\"code\": \"asleep\"}"), "/code");
    }

    @Test
    void nor_a_problem_with_a_code_that_no_example_has() {
        passes(answered(410, "application/problem+json", "{\"code\": \"left\"}"));
        fails(answered(410, "application/problem+json", "{\"code\": \"busy\"}"), "the code is busy, not one of [asleep, left]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"words\": \"Good morning\"}", "{\"words\": \"Hello\", \"tone\": \"kind\"}", ""})
    void a_request_that_succeeds_although_its_body_should_not_fails(String body) {
        fails(asked(PATH, body), "");
    }

    @Test
    void so_does_one_with_wrong_parameters() {
        fails(asked("/people/grace/greetings", GREETING), "person:");
        fails(asked(PATH + "?loud=very", GREETING), "loud:");
        fails(asked(PATH + "?colour=red", GREETING), "there is no parameter colour");
        passes(asked(PATH + "?loud=true", GREETING));
    }

    @Test
    void a_request_that_is_refused_may_be_wrong_in_any_way() {
        passes(new Exchange("POST", "/people/grace/greetings?colour=red", Map.of(), "rubbish", 409, json("application/problem+json"),
                "{\"code\": \"busy\"}"));
    }

    @Test
    void what_the_document_does_not_know_is_refused() {
        passes(new Exchange("GET", "/nowhere", Map.of(), "", 404, json("application/problem+json"), "{\"code\": \"not-found\"}"));
        fails(new Exchange("GET", "/nowhere", Map.of(), "", 200, json("application/json"), "{}"), "there is no such operation");
        fails(new Exchange("DELETE", PATH, Map.of(), "", 204, Map.of(), ""), "there is no such operation");
    }

    private void passes(Exchange exchange) {
        assertThatCode(() -> contract.hold(exchange)).doesNotThrowAnyException();
    }

    private void fails(Exchange exchange, String because) {
        assertThatThrownBy(() -> contract.hold(exchange)).isInstanceOf(AssertionError.class).hasMessageContaining(because);
    }

    private static Exchange asked(String path, String body) {
        return new Exchange("POST", path, Map.of(), body, 204, Map.of(), "");
    }

    private static Exchange answered(int status, String type, String body, String... headers) {
        var all = new TreeMap<>(json(type));
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], List.of(headers[i + 1]));
        }
        return new Exchange("POST", PATH, Map.of("if-match", List.of("\"3\"")), GREETING, status, all, body);
    }

    private static Map<String, List<String>> json(String type) {
        return type.isEmpty() ? Map.of() : Map.of("content-type", List.of(type));
    }
}
