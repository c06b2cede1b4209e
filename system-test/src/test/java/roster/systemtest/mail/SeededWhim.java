package roster.systemtest.mail;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/**
 * Misbehaves towards some recipients for their first tries, and at every so-manieth door. What a recipient meets depends on the seed, the
 * address and the count of its tries alone, not on what happens beside it.
 */
final class SeededWhim implements Whim {
    private static final int TRIES = 3;
    private static final int ONE_IN = 6;
    private static final int ONE_DOOR_IN = 25;

    private record Fault(String step, String answer) {}

    private static final List<Fault> LETTERS = List.of(
            new Fault("RCPT", "450 4.2.1 greylisted"), new Fault("RCPT", "421 4.3.2 going down"), new Fault("RCPT", HANG_UP),
            new Fault("RCPT", SILENCE), new Fault("DATA", "451 4.3.0 later"), new Fault("DATA", DRIP),
            new Fault(".", "452 4.2.2 no room"), new Fault(".", HANG_UP), new Fault(".", SILENCE), new Fault("RCPT", DRIP));
    private static final List<Fault> DOORS = List.of(
            new Fault("CONNECT", "421 4.3.2 too busy"), new Fault("CONNECT", HANG_UP), new Fault("EHLO", HANG_UP));

    private final long seed;
    private final Map<String, AtomicInteger> tries = new ConcurrentHashMap<>();
    private final AtomicInteger doors = new AtomicInteger();
    private final Map<String, AtomicInteger> met = new ConcurrentHashMap<>();

    SeededWhim(long seed) {
        this.seed = seed;
    }

    /** How often each fault has been met. */
    void count(BiConsumer<String, Integer> counted) {
        met.forEach((fault, times) -> counted.accept(fault, times.get()));
    }

    @Override
    public @Nullable String answer(String step, String to) {
        if (step.equals("CONNECT")) {
            return fault(step, new Random(seed + doors.incrementAndGet()), ONE_DOOR_IN, DOORS);
        }
        if (to.isEmpty()) {
            return null;
        }
        var its = tries.computeIfAbsent(to, _ -> new AtomicInteger());
        int attempt = step.equals("RCPT") ? its.incrementAndGet() : its.get();
        return attempt > TRIES ? null : fault(step, new Random(seed * 31 + to.hashCode() * 7L + attempt), ONE_IN, LETTERS);
    }

    private @Nullable String fault(String step, Random random, int oneIn, List<Fault> faults) {
        random.nextInt();
        boolean comes = random.nextInt(oneIn) == 0;
        var fault = faults.get(random.nextInt(faults.size()));
        if (!comes || !fault.step.equals(step)) {
            return null;
        }
        met.computeIfAbsent(step + " " + fault.answer, _ -> new AtomicInteger()).incrementAndGet();
        return fault.answer;
    }
}
