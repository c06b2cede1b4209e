package roster.contract.invitation;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvitationSignerTest {
    private static final byte[] SECRET = "thirty-two characters and one more".getBytes(US_ASCII);
    private static final byte[] OTHER_SECRET = "thirty-two charActers and one more".getBytes(US_ASCII);
    private static final InvitationToken TOKEN = new InvitationToken(UUID.fromString("01980a5c-0000-7000-8000-000000000002"),
            UUID.fromString("01980a5c-0000-7000-8000-000000000003"), 3);
    private static final String BASE64URL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private final InvitationSigner signer = new InvitationSigner(Map.of("k1", SECRET), "k1");

    @Test
    void what_was_signed_is_read_again() {
        assertThat(signer.verify(signer.sign(TOKEN))).contains(TOKEN);
    }

    @Test
    void a_token_fits_into_a_link() {
        assertThat(signer.sign(TOKEN)).matches("k1\\.[A-Za-z0-9_-]{91}");
    }

    @Test
    void every_part_of_a_token_is_signed() {
        var others = List.of(new InvitationToken(TOKEN.invitationId(), TOKEN.memberId(), 3),
                new InvitationToken(TOKEN.memberId(), TOKEN.invitationId(), 4), TOKEN);

        assertThat(others).extracting(signer::sign).doesNotHaveDuplicates();
        assertThat(others).extracting(it -> mac(signer.sign(it))).doesNotHaveDuplicates();
    }

    private static String mac(String token) {
        return token.substring(token.length() - 43);
    }

    @Test
    void a_token_with_any_character_changed_is_refused() {
        var token = signer.sign(TOKEN);
        for (int i = 0; i < token.length(); i++) {
            for (var other : (BASE64URL + ".=+/ \u00e9").split("", -1)) {
                var changed = token.substring(0, i) + other + token.substring(i + 1);
                assertThat(signer.verify(changed).isPresent()).as(changed).isEqualTo(changed.equals(token));
            }
        }
    }

    @Test
    void a_token_that_is_cut_short_or_goes_on_is_refused() {
        var token = signer.sign(TOKEN);
        for (int length = 0; length < token.length(); length++) {
            assertThat(signer.verify(token.substring(0, length))).isEmpty();
        }
        for (var more : List.of("A", "AA", "AAAA", "=", "==", ".", " ", "\n", "\0")) {
            assertThat(signer.verify(token + more)).as("with '%s'", more).isEmpty();
            assertThat(signer.verify(more + token)).as("with '%s'", more).isEmpty();
        }
    }

    /** The last character of a token carries two bits that decoders ignore. */
    @Test
    void another_spelling_of_the_same_bytes_is_refused() {
        var token = signer.sign(TOKEN);
        var bytes = Base64.getUrlDecoder().decode(token.substring(3));
        var spellings = Stream.concat(
                BASE64URL.chars().mapToObj(last -> token.substring(0, token.length() - 1) + (char) last)
                        .filter(it -> Arrays.equals(Base64.getUrlDecoder().decode(it.substring(3)), bytes)),
                Stream.of("k1." + Base64.getUrlEncoder().encodeToString(bytes), "k1." + Base64.getEncoder().encodeToString(bytes)))
                .filter(it -> !it.equals(token)).toList();

        assertThat(spellings).hasSizeGreaterThanOrEqualTo(2);
        assertThat(spellings).allSatisfy(spelling -> assertThat(signer.verify(spelling)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "k1", "k1.", ".k1", "k1..", "k2.AAAA", "k1.AAAA", "k1.%%%", "null", "\ud800", "{}"})
    void garbage_is_refused(String garbage) {
        assertThat(signer.verify(garbage)).isEmpty();
    }

    @Test
    void what_another_secret_has_signed_is_refused() {
        var other = new InvitationSigner(Map.of("k1", OTHER_SECRET), "k1");

        assertThat(signer.verify(other.sign(TOKEN))).isEmpty();
    }

    @Test
    void a_key_signs_under_its_own_name_only() {
        var both = new InvitationSigner(Map.of("k1", SECRET, "k2", SECRET), "k1");

        assertThat(both.verify(both.sign(TOKEN).replace("k1.", "k2."))).isEmpty();
    }

    @Test
    void an_older_key_still_verifies_and_no_longer_signs() {
        var old = signer.sign(TOKEN);
        var rotated = new InvitationSigner(Map.of("k1", SECRET, "k2", OTHER_SECRET), "k2");

        assertThat(rotated.verify(old)).contains(TOKEN);
        assertThat(rotated.sign(TOKEN)).startsWith("k2.");
        assertThat(signer.verify(rotated.sign(TOKEN))).isEmpty();
    }

    @Test
    void the_first_configured_key_signs() {
        var configured = InvitationSigner.of("k2:" + base64(OTHER_SECRET) + ", k1:" + base64(SECRET));

        assertThat(configured.sign(TOKEN)).startsWith("k2.");
        assertThat(configured.verify(signer.sign(TOKEN))).contains(TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "k1", "k1:", "k1:not base64", "k1:c2hvcnQ=", "K1:YSBzZWNyZXQgb2YgdGhpcnR5LXR3byBjaGFyYWN0ZXJz",
            ":YSBzZWNyZXQgb2YgdGhpcnR5LXR3byBjaGFyYWN0ZXJz", "k1:YSBzZWNyZXQgb2YgdGhpcnR5LXR3byBjaGFyYWN0ZXJz,"})
    void keys_that_cannot_be_used_are_refused_at_once_and_not_repeated(String keys) {
        assertThatIllegalArgumentException().isThrownBy(() -> InvitationSigner.of(keys))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("YSBz", "c2hv"));
    }

    private static String base64(byte[] secret) {
        return Base64.getEncoder().encodeToString(secret);
    }
}
