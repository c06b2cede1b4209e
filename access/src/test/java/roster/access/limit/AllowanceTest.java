package roster.access.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import io.github.bucket4j.TimeMeter;
import org.junit.jupiter.api.Test;

import roster.access.limit.LimitProperties.Rate;

class AllowanceTest {
    private final AtomicLong now = new AtomicLong();
    private final Allowance allowance = new Allowance(new Rate(2, 3), new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return now.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    @Test
    void a_burst_is_allowed_and_then_so_much_per_second() {
        assertThat(allowed("ada", 10)).isEqualTo(3);
        assertThat(allowance.pause("ada")).isEqualTo(allowance.take("ada")).isEqualTo(Duration.ofMillis(500));

        wait(Duration.ofSeconds(1));

        assertThat(allowance.pause("ada")).isZero();
        assertThat(allowed("ada", 10)).isEqualTo(2);
    }

    @Test
    void silence_earns_one_burst_and_no_more() {
        allowed("ada", 3);

        wait(Duration.ofHours(1));

        assertThat(allowed("ada", 10)).isEqualTo(3);
    }

    @Test
    void each_key_has_its_own_allowance() {
        allowed("ada", 10);

        assertThat(allowed("grace", 10)).isEqualTo(3);
    }

    @Test
    void of_too_many_keys_those_in_use_are_remembered() {
        allowed("grace", 3);

        IntStream.range(0, 3 * Allowance.REMEMBERED).forEach(i -> {
            allowance.take("other caller " + i);
            allowance.take("grace");
        });

        assertThat(allowed("grace", 10)).isZero();
    }

    @Test
    void without_a_limit_everything_is_allowed() {
        var none = new Allowance(new Rate(0, 1), TimeMeter.SYSTEM_NANOTIME);

        assertThat(IntStream.range(0, 100)).allMatch(_ -> none.take("ada").isZero());
        assertThat(none.pause("ada")).isZero();
    }

    private long allowed(String who, int attempts) {
        return IntStream.range(0, attempts).filter(_ -> allowance.take(who).isZero()).count();
    }

    private void wait(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
