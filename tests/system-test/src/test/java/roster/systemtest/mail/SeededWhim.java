package roster.systemtest.mail;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * Causes a fault for every third recipient, and for some connections. The faults of a recipient depend only on the seed, the address and the
 * number of attempts, not on concurrent events.
 */
public final class SeededWhim implements Whim {
    private static final int ONE_RECIPIENT_IN = 3;
    private static final int ONE_DOOR_IN = 25;

    private record Fault(Step step, String answer, int times) {}

    private static final List<Fault> EMAILS = List.of(
            new Fault(Step.RCPT, "450 4.2.1 greylisted", 3), new Fault(Step.RCPT, "421 4.3.2 going down", 1),
            new Fault(Step.RCPT, HANG_UP, 1), new Fault(Step.RCPT, SILENCE, 1),
            new Fault(Step.DATA, "451 4.3.0 later", 2), new Fault(Step.DATA, DRIP, 1),
            new Fault(Step.DOT, "452 4.3.1 no room", 2), new Fault(Step.DOT, HANG_UP, 1),
            new Fault(Step.ACCEPTED, HANG_UP, 1), new Fault(Step.ACCEPTED, SILENCE, 1));
    private static final List<Fault> DOORS = List.of(
            new Fault(Step.CONNECT, "421 4.3.2 too busy", 1), new Fault(Step.CONNECT, "554 5.7.1 not you", 1),
            new Fault(Step.CONNECT, HANG_UP, 1));

    private final long seed;
    private final Map<String, AtomicInteger> tries = new ConcurrentHashMap<>();
    private final AtomicInteger doors = new AtomicInteger();
    private final Map<String, AtomicInteger> met = new ConcurrentSkipListMap<>();

    public SeededWhim(long seed) {
        this.seed = seed;
    }

    @Override
    public @Nullable String answer(Step step, String sender, String to) {
        if (step == Step.CONNECT) {
            return met(step, fault(doors.incrementAndGet(), ONE_DOOR_IN, DOORS), 1);
        }
        if (to.isEmpty()) {
            return null;
        }
        var its = tries.computeIfAbsent(to, _ -> new AtomicInteger());
        return met(step, fault(to.hashCode(), ONE_RECIPIENT_IN, EMAILS), step == Step.RCPT ? its.incrementAndGet() : its.get());
    }

    private @Nullable Fault fault(int whose, int oneIn, List<Fault> faults) {
        var random = new SplittableRandom(seed * 31 + whose);
        return random.nextInt(oneIn) == 0 ? faults.get(random.nextInt(faults.size())) : null;
    }

    private @Nullable String met(Step step, @Nullable Fault fault, int attempt) {
        if (fault == null || fault.step != step || attempt > fault.times) {
            return null;
        }
        met.computeIfAbsent(step + " " + fault.answer, _ -> new AtomicInteger()).incrementAndGet();
        return fault.answer;
    }

    /** Number of occurrences of each fault. */
    public Map<String, AtomicInteger> met() {
        return met;
    }
}
