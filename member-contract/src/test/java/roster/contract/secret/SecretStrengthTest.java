package roster.contract.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretStrengthTest {
    private static final int ROUNDS = 10_000;

    @ParameterizedTest
    @CsvSource({
            "'', is shorter than 32 bytes",
            "n0Boo7Wf3T1qkXzv9rJc5sLgYh2uMpD, is shorter than 32 bytes",
            "change-me-before-you-go-to-production, is a placeholder",
            "please_REPLACE_with_something_random_0001, is a placeholder",
            "this-is-the-operator-password-of-acme-2026, is a placeholder",
            "ssssssssssssssssssssssssssssssss, is not random",
            "01010101100101010001010101001101, is not random",
            "letmein12letmein12letmein12letmein12, is not random",
            "0123456789abcdef0123456789abcdef, is not random",
            "abcdefghijklmnopqrstuvwxyz0123456789, is not random",
            "ZYXWVUTSRQPONMLKJIHGFEDCBA9876543210, is not random"})
    void what_could_be_guessed_is_told(String secret, String weakness) {
        assertThat(SecretStrength.weakness(secret.getBytes(StandardCharsets.UTF_8))).contains(weakness);
    }

    @Test
    void so_are_random_bytes() {
        assertThat(SecretStrength.weakness(new byte[32])).contains("is not random");
        assertThat(SecretStrength.weakness(Base64.getDecoder().decode("changeme".repeat(6)))).contains("is not random");
    }

    @Test
    void what_is_random_passes_as_bytes_and_as_text() {
        var random = new Random(2026);
        for (int round = 0; round < ROUNDS; round++) {
            var bytes = new byte[32];
            random.nextBytes(bytes);
            assertThat(SecretStrength.weakness(bytes)).isEmpty();
            for (var text : new String[]{HexFormat.of().formatHex(bytes), HexFormat.of().formatHex(bytes, 0, 16),
                    Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)}) {
                assertThat(SecretStrength.weakness(text.getBytes(StandardCharsets.UTF_8))).as(text).isEmpty();
            }
        }
    }
}
