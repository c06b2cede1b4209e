package roster.eventstore.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.Test;

class RecentKeysTest {
    private static final SecretKey KEY = new SecretKeySpec(new byte[32], "AES");

    private final UUID grace = UUID.randomUUID();
    private long now = -1;
    private final RecentKeys keys = new RecentKeys(() -> now);

    @Test
    void a_key_is_remembered_for_five_minutes_however_often_it_is_used() {
        keys.remember(grace, KEY);
        now += Duration.ofMinutes(5).minusSeconds(1).toNanos();
        assertThat(keys.of(grace)).contains(KEY);
        keys.remember(grace, KEY);

        now += Duration.ofSeconds(1).toNanos();

        assertThat(keys.of(grace)).isEmpty();
    }

    @Test
    void a_key_is_forgotten_at_once_when_it_is_destroyed() {
        keys.remember(grace, KEY);

        keys.forget(grace);

        assertThat(keys.of(grace)).isEmpty();
    }

    @Test
    void no_more_than_ten_thousand_are_remembered() {
        for (int i = 0; i < 2 * RecentKeys.MOST; i++) {
            keys.remember(new UUID(0, i), KEY);
        }

        assertThat(keys.size()).isEqualTo(RecentKeys.MOST);
    }

    @Test
    void no_key_is_told() {
        keys.remember(grace, KEY);

        assertThat(keys.toString()).isEqualTo("RecentKeys[***]");
        assertThat(new DataKey.Usable(KEY, true).toString()).isEqualTo("Usable[***]");
        assertThat(MasterKeys.of("t1:fJ3Xk0Yv8QdLr5sT1uWz7aBcDeGhIiMnOpRq2V4x6yE=").toString()).isEqualTo("MasterKeys[t1]");
    }
}
