package roster.access.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

import roster.access.credential.Credential.NotificationService;
import roster.access.credential.Credential.Operator;
import roster.access.credential.TokenProperties.Configured;
import roster.access.credential.TokenProperties.Operators;

class ConfiguredTokensTest {
    private static final String OPERATOR = "n0Boo7Wf3T1qkXzv9rJc5sLgYh2uMpDe";
    private static final String NOTIFICATION = "Jq2Zs8Lw5Xc1Vb9Nm4Kh7Gf3Dd6Sa0Po";

    @ParameterizedTest
    @ValueSource(strings = {"", "too-short", "change-me-change-me-change-me-change-me", "ssssssssssssssssssssssssssssssss"})
    void one_of_an_operator_that_could_be_guessed_is_refused_and_not_told(String token) {
        assertThatIllegalArgumentException().isThrownBy(() -> tokens(token, NOTIFICATION))
                .withMessageStartingWith("ROSTER_OPERATOR_TOKEN is ")
                .satisfies(it -> assertThat(it.getMessage()).satisfiesAnyOf(
                        message -> assertThat(token).isEmpty(), message -> assertThat(message).doesNotContain(token)));
    }

    @Test
    void one_of_notification_service_that_could_be_guessed_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> tokens(OPERATOR, "too-short"))
                .withMessageStartingWith("ROSTER_NOTIFICATION_TOKEN is ");
    }

    @Test
    void each_is_known_by_its_own() {
        assertThat(credential(tokens(OPERATOR, NOTIFICATION), OPERATOR)).isEqualTo(new Operator("operator"));
        assertThat(credential(tokens(OPERATOR, NOTIFICATION), NOTIFICATION)).isEqualTo(new NotificationService());
    }

    @Test
    void operators_have_names() {
        var tokens = new ConfiguredTokens(properties("", List.of("ada:" + OPERATOR, "night-shift:" + NOTIFICATION), ""));

        assertThat(credential(tokens, OPERATOR)).isEqualTo(new Operator("ada"));
        assertThat(credential(tokens, NOTIFICATION)).isEqualTo(new Operator("night-shift"));
    }

    @Test
    void the_nameless_token_may_stand_beside_them() {
        var tokens = new ConfiguredTokens(properties(OPERATOR, List.of("ada:" + NOTIFICATION), ""));

        assertThat(credential(tokens, OPERATOR)).isEqualTo(new Operator("operator"));
        assertThat(credential(tokens, NOTIFICATION)).isEqualTo(new Operator("ada"));
    }

    @ParameterizedTest
    @ValueSource(strings = {OPERATOR, ":" + OPERATOR, "Ada:" + OPERATOR, "-ada:" + OPERATOR, "ada lovelace:" + OPERATOR, "ada:",
            "ada:too-short"})
    void a_named_token_that_could_be_guessed_or_has_no_name_is_refused_and_not_told(String named) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ConfiguredTokens(properties("", List.of(named), NOTIFICATION)))
                .withMessageStartingWith("ROSTER_OPERATOR_TOKENS ")
                .satisfies(it -> assertThat(it.getMessage()).doesNotContain(OPERATOR, "too-short"));
    }

    @Test
    void two_operators_have_neither_the_same_name_nor_the_same_token() {
        for (var operators : List.of(List.of("ada:" + OPERATOR, "ada:" + NOTIFICATION), List.of("ada:" + OPERATOR, "grace:" + OPERATOR))) {
            assertThatIllegalArgumentException().isThrownBy(() -> new ConfiguredTokens(properties("", operators, "")))
                    .withMessageContaining("must have different")
                    .satisfies(it -> assertThat(it.getMessage()).doesNotContain(OPERATOR, NOTIFICATION));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> tokens(OPERATOR, OPERATOR))
                .withMessageContaining("must have different tokens");
    }

    @Test
    void without_a_configured_token_no_caller_is_notification_service() {
        assertThatExceptionOfType(InvalidBearerTokenException.class).isThrownBy(() -> credential(tokens(OPERATOR, ""), NOTIFICATION));
    }

    @Test
    void they_are_not_told() {
        assertThat(properties(OPERATOR, NOTIFICATION).toString()).doesNotContain(OPERATOR, NOTIFICATION);
    }

    private static @Nullable Object credential(ConfiguredTokens tokens, String token) {
        return tokens.authenticate(new BearerTokenAuthenticationToken(token)).getPrincipal();
    }

    private static ConfiguredTokens tokens(String operator, String notification) {
        return new ConfiguredTokens(properties(operator, notification));
    }

    private static TokenProperties properties(String operator, String notification) {
        return properties(operator, List.of(), notification);
    }

    private static TokenProperties properties(String operator, List<String> operators, String notification) {
        return new TokenProperties(new Operators(operator, operators), new Configured(notification));
    }
}
