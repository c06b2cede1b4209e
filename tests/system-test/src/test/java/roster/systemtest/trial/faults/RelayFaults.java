package roster.systemtest.trial.faults;

import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import roster.systemtest.mail.SeededWhim;
import roster.systemtest.mail.Whim;
import roster.systemtest.trial.cluster.DoubledRoster;
import roster.systemtest.trial.faults.Fault.Wound;

/** A mail server that delays, rejects and drops. */
final class RelayFaults {
    private static final int MILLISECONDS = 8_000;

    private RelayFaults() {}

    static Optional<Wound> misbehave(DoubledRoster roster, Random random) throws InterruptedException {
        var whim = new SeededWhim(random.nextLong());
        roster.relay().follow(whim);
        try {
            TimeUnit.MILLISECONDS.sleep(MILLISECONDS);
        } finally {
            roster.relay().follow(Whim.NONE);
        }
        return Wound.counted(Parts.RELAY, whim.met().values().stream().mapToInt(AtomicInteger::get).sum(), "wrong answers");
    }
}
