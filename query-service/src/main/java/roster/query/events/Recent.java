package roster.query.events;

import java.util.ArrayList;
import java.util.List;

/**
 * The newest events: all with {@code after < position <= upTo}.
 *
 * @param events in order
 */
record Recent(long after, long upTo, List<Told> events) {
    private static final int MOST = 5_000;

    static Recent none(long position) {
        return new Recent(position, position, List.of());
    }

    /** True when these are all the events after a position. */
    boolean includeAllAfter(long position) {
        return position >= after;
    }

    List<Told> after(long position) {
        int first = events.size();
        while (first > 0 && events.get(first - 1).row().position() > position) {
            first--;
        }
        return events.subList(first, events.size());
    }

    /** With later events, and without the oldest if there are too many. */
    Recent with(List<Told> later, long reached) {
        var all = new ArrayList<>(events);
        all.addAll(later);
        int surplus = Math.max(0, all.size() - MOST);
        return new Recent(surplus == 0 ? after : all.get(surplus - 1).row().position(), reached,
                List.copyOf(all.subList(surplus, all.size())));
    }
}
