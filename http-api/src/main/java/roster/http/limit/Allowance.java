package roster.http.limit;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;

import roster.http.limit.LimitProperties.Rate;

/** Rate limit per key. Forgets the least recently used keys, whose allowance is then full again. */
final class Allowance {
    static final int REMEMBERED = 10_000;

    private final Rate rate;
    private final TimeMeter time;
    private final Map<String, Bucket> buckets = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    });

    Allowance(Rate rate, TimeMeter time) {
        this.rate = rate;
        this.time = time;
    }

    /** Takes one from the allowance of a key. Returns zero, or the time to wait when the allowance is used up. */
    Duration take(String who) {
        return rate.perSecond() == 0
                ? Duration.ZERO
                : Duration.ofNanos(bucket(who).tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
    }

    /** Time until one more is allowed to a key. */
    Duration pause(String who) {
        return rate.perSecond() == 0 ? Duration.ZERO : Duration.ofNanos(bucket(who).estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    private Bucket bucket(String who) {
        return buckets.computeIfAbsent(who, _ -> Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                .withCustomTimePrecision(time)
                .build());
    }
}
