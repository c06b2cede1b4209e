package roster.operation.reconcile;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;

/**
 * Members who were found right, with what both copies were then. While neither has changed, their events need not be folded again. One of
 * twenty is forgotten at each look, so that all are folded again now and then. For one thread.
 *
 * @param <V> what identifies both copies
 */
public final class Verified<V> {
    /** About 100 bytes each. Members beyond these are folded in each pass. */
    private static final int MOST = 250_000;
    private static final int FORGETFUL = 20;

    private final Map<UUID, V> known = new HashMap<>();

    /** True when the member was right when both copies were like this; null when one is missing. */
    public boolean is(UUID member, @Nullable V copies) {
        return copies != null && copies.equals(known.get(member)) && ThreadLocalRandom.current().nextInt(FORGETFUL) > 0;
    }

    public void right(UUID member, V copies) {
        if (known.size() < MOST || known.containsKey(member)) {
            known.put(member, copies);
        }
    }

    public void wrong(UUID member) {
        known.remove(member);
    }
}
