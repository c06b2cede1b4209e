package roster.access.admission;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/**
 * A queue from which callers take turns, and organizations, too: start-time fair queueing (Goyal, Vin and Cheng, 1996), in which a request
 * belongs to two flows. A request gets the first turn that is not before the next turn of its caller, nor before that of its organization. Not
 * thread-safe.
 */
final class FairQueue<T> {
    private static final int REMEMBERED = 1_000;

    private final PriorityQueue<Place<T>> places = new PriorityQueue<>(
            Comparator.<Place<T>>comparingLong(Place::turn).thenComparingLong(Place::arrival));
    private final Map<String, Long> nextTurns = new HashMap<>();
    private long turn;
    private long arrivals;

    private record Place<T>(long turn, long arrival, T waiting) {}

    int size() {
        return places.size();
    }

    /** Number of those that would be taken before another one with these shares. */
    long ahead(Shares shares) {
        long own = turnOf(shares);
        return places.stream().filter(it -> it.turn <= own).count();
    }

    void add(T waiting, Shares shares) {
        long own = turnOf(shares);
        places.add(new Place<>(own, arrivals++, waiting));
        nextTurns.put(caller(shares), own + 1);
        if (!shares.organization().isEmpty()) {
            nextTurns.put(organization(shares), own + 1);
        }
    }

    Optional<T> take() {
        var first = Optional.ofNullable(places.poll());
        first.ifPresent(it -> turn = it.turn);
        forget();
        return first.map(Place::waiting);
    }

    /** @return false when it was not waiting */
    boolean remove(T waiting) {
        return places.removeIf(it -> it.waiting.equals(waiting));
    }

    /** Removes those that match, and returns them. */
    List<T> removeIf(Predicate<? super T> condition) {
        var removed = new ArrayList<T>();
        for (var rest = places.iterator(); rest.hasNext();) {
            var waiting = rest.next().waiting;
            if (condition.test(waiting)) {
                rest.remove();
                removed.add(waiting);
            }
        }
        return removed;
    }

    private long turnOf(Shares shares) {
        long caller = nextTurns.getOrDefault(caller(shares), 0L);
        long organization = shares.organization().isEmpty() ? 0 : nextTurns.getOrDefault(organization(shares), 0L);
        return Math.max(turn, Math.max(caller, organization));
    }

    /** Forgets those who may have the current turn anyway. */
    private void forget() {
        if (places.isEmpty()) {
            nextTurns.clear();
        } else if (nextTurns.size() > REMEMBERED + 2 * places.size()) {
            nextTurns.values().removeIf(next -> next <= turn);
        }
    }

    private static String caller(Shares shares) {
        return "caller " + shares.caller();
    }

    private static String organization(Shares shares) {
        return "organization " + shares.organization();
    }
}
