package roster.access.limit;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;

import roster.access.limit.LimitProperties.Rate;

/** Rate limit per key. Forgets keys whose allowance is full again and, of more than it remembers, those that are used least. */
final class Allowance {
    static final int REMEMBERED = 10_000;

    private final Rate rate;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets;

    Allowance(Rate rate, TimeMeter time) {
        this.rate = rate;
        this.time = time;
        this.buckets = Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterAccess(refill(rate)).ticker(time::currentTimeNanos).build();
    }

    private static Duration refill(Rate rate) {
        return Duration.ofSeconds(1 + rate.burst() / Math.max(1, rate.perSecond()));
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
        return buckets.get(who, _ -> Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                .withCustomTimePrecision(time)
                .build());
    }
}
