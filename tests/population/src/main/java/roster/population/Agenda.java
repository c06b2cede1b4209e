package roster.population;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BiFunction;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/** Planned events of members, each of which is dropped if it has become impossible by its time. Time is the number of events so far. */
final class Agenda {
    private final PriorityQueue<Plan> plans = new PriorityQueue<>(Comparator.comparingLong(Plan::due).thenComparingLong(Plan::number));
    private long number;

    /** Happens to a member at a time. */
    interface Step extends BiFunction<Life, Long, List<Happening>> {}

    private record Plan(long due, long number, Life life, Predicate<Life> possible, Step step) {}

    void add(long due, Life life, Predicate<Life> possible, Step step) {
        plans.add(new Plan(due, number++, life, possible, step));
    }

    /** The first plan that is due and possible; null when there is none. */
    @Nullable
    List<Happening> next(long now) {
        for (var plan = plans.peek(); plan != null && plan.due <= now; plan = plans.peek()) {
            plans.remove();
            if (plan.possible.test(plan.life)) {
                return plan.step.apply(plan.life, now);
            }
        }
        return null;
    }
}
