package roster.contract.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvitationKeysTest {
    private static final String KEY = base64("a key of thirty-two bytes, or so".getBytes(StandardCharsets.US_ASCII));
    private static final String OTHER_KEY = base64("another one, not any longer than the first".getBytes(StandardCharsets.US_ASCII));
    private static final String SECRET = "c2hvcnQgc2VjcmV0";

    @Test
    void the_first_key_signs() {
        var token = new InvitationToken(UUID.randomUUID(), UUID.randomUUID(), 1);
        var older = InvitationSigner.of("k1:" + KEY).sign(token);
        var both = InvitationSigner.of("k2:" + OTHER_KEY + ", k1:" + KEY);

        assertThat(both.sign(token)).startsWith("k2.");
        assertThat(both.verify(older)).contains(token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", SECRET, "k1:" + SECRET, "k1:" + SECRET + "*", ":" + SECRET, "k1:" + SECRET + ",k1:" + SECRET,
            "K_1:" + SECRET})
    void keys_that_are_missing_or_short_are_refused_without_being_quoted(String keys) {
        assertThatIllegalArgumentException().isThrownBy(() -> InvitationSigner.of(keys))
                .satisfies(it -> assertThat(it.getMessage()).doesNotContain(SECRET));
    }

    @Test
    void a_key_that_could_be_guessed_is_refused_by_its_id() {
        assertThatIllegalArgumentException().isThrownBy(() -> InvitationSigner.of("k2:" + KEY + ",k1:" + base64(new byte[32])))
                .withMessageStartingWith("ROSTER_INVITATION_KEYS: the key 'k1' is not random");
    }

    private static String base64(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }
}
