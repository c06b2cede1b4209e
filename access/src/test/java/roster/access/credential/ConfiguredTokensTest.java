package roster.access.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

import roster.access.credential.Credential.NotificationService;
import roster.access.credential.Credential.Operator;
import roster.access.credential.TokenProperties.Configured;

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
        assertThat(credential(tokens(OPERATOR, NOTIFICATION), OPERATOR)).isEqualTo(new Operator());
        assertThat(credential(tokens(OPERATOR, NOTIFICATION), NOTIFICATION)).isEqualTo(new NotificationService());
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
        return new TokenProperties(new Configured(operator), new Configured(notification));
    }
}
