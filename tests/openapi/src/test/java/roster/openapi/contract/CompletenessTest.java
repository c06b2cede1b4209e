package roster.openapi.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import roster.openapi.Json;

/** Checks a minimal valid document, which lacks most of what callers need. */
class CompletenessTest {
    @Test
    void what_is_missing_is_said_line_by_line() {
        assertThat(Completeness.missingFrom(Json.pretty(Json.require("/openapi/greeter.json")))).contains(
                "greeting.send has no Javadoc",
                "greeting.send has no tag",
                "greeting.send has no security",
                "greeting.send does not answer 401",
                "greeting.send does not answer 404",
                "greeting.send does not answer 415",
                "greeting.send does not answer 503",
                "greeting.send, as a request, has no example: src/test/resources/openapi/examples",
                "greeting.send, as answer 409, lacks an example: src/test/resources/openapi/examples",
                "greeting.send, as answer 204, has no X-Request-ID");
    }

    @Test
    void what_callers_send_has_an_end() {
        var document = Json.pretty(Json.require("/openapi/greeter.json")).replaceAll(",\\s*\"maxLength\" : 5", "");

        assertThat(Completeness.missingFrom(document))
                .contains("Greeting.words has no maximum: add a constraint, or an entry to vocabulary.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[^\\p{Cc}]*", "\\Qa\\E", "[a-z]++", "(?i)a", "(?<!a)b", "a\\z"})
    void a_pattern_must_be_one_that_all_languages_read(String pattern) {
        var document = Json.require("/openapi/greeter.json");
        document.withObject("/components/schemas/Greeting/properties/words").put("pattern", pattern);

        assertThat(Completeness.missingFrom(Json.pretty(document))).contains("Greeting.words has a pattern that not all languages read");
    }

    @Test
    void a_default_must_be_valid() {
        var document = Json.require("/openapi/greeter.json");
        document.withObject("/paths/~1people~1{person}~1greetings/post/parameters/1/schema").put("default", "false");

        assertThat(Completeness.missingFrom(Json.pretty(document)))
                .contains("the parameter loud of greeting.send has a default of another type");
    }

    @Test
    void an_example_must_be_valid() {
        var document = Json.require("/openapi/greeter.json");
        document.withObject("/paths/~1people~1{person}~1greetings/post/requestBody/content/application~1json/example").put("words", 5);

        assertThat(Completeness.missingFrom(Json.pretty(document)))
                .anyMatch(it -> it.startsWith("greeting.send, as a request, has an example that is not valid"));
    }
}
