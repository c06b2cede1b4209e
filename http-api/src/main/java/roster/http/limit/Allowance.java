package roster.http.limit;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;

import roster.http.limit.LimitProperties.Rate;

/** What each of many may do in a while. Who has been silent longest is forgotten first, and then has done nothing yet. */
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

    /** Counts one more of somebody, if it is allowed; otherwise says how long to wait. */
    Duration take(String who) {
        return rate.perSecond() == 0
                ? Duration.ZERO
                : Duration.ofNanos(bucket(who).tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
    }

    /** How long somebody has to wait for one more. */
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
