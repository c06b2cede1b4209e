package roster.eventstore.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.crypto.AEADBadTagException;

import org.junit.jupiter.api.Test;

class MasterKeysTest {
    private static final byte[] KEY = "the key of Grace, of 32 bytes ..".getBytes(StandardCharsets.US_ASCII);

    private final MasterKeys masters = MasterKeys.of("t1:n7ZsP1xYkQ3vRr0aWq8LdUe5oGhTjB2mC9fIyX4wK6M=");
    private final UUID grace = UUID.randomUUID();

    @Test
    void a_key_is_unwrapped_only_for_its_own_member() throws AEADBadTagException {
        var wrapped = masters.wrap(grace, KEY);

        assertThat(masters.unwrap("t1", grace, wrapped)).isEqualTo(KEY);
        assertThatExceptionOfType(AEADBadTagException.class).isThrownBy(() -> masters.unwrap("t1", UUID.randomUUID(), wrapped));
    }

    @Test
    void the_same_key_is_wrapped_differently_each_time() {
        assertThat(masters.wrap(grace, KEY)).isNotEqualTo(masters.wrap(grace, KEY));
    }
}
