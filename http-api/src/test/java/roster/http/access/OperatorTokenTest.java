package roster.http.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorTokenTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "too-short", "change-me-change-me-change-me-change-me", "ssssssssssssssssssssssssssssssss"})
    void one_that_could_be_guessed_is_refused_and_not_told(String token) {
        assertThatIllegalArgumentException().isThrownBy(() -> new OperatorToken(new OperatorProperties(token)))
                .withMessageStartingWith("ROSTER_OPERATOR_TOKEN is ")
                .satisfies(it -> assertThat(it.getMessage()).satisfiesAnyOf(
                        message -> assertThat(token).isEmpty(), message -> assertThat(message).doesNotContain(token)));
    }

    @Test
    void one_that_is_random_is_taken_and_not_told_either() {
        var properties = new OperatorProperties("n0Boo7Wf3T1qkXzv9rJc5sLgYh2uMpDe");

        assertThatNoException().isThrownBy(() -> new OperatorToken(properties));
        assertThat(properties.toString()).doesNotContain(properties.token());
    }
}
