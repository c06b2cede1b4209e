package roster.query.population;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import roster.contract.proof.Checksum;
import roster.contract.stored.RecordedEvent;
import roster.query.IndependentViews;

/** Expected answers about an organization as of any position, from the states that an independent fold gives each member. */
final class IndependentPast {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private final List<RecordedEvent> events;
    private final Map<String, List<State>> states;
    private final List<Map<String, ?>> tokens;

    IndependentPast(List<RecordedEvent> events) {
        this.events = events;
        var views = new IndependentViews(events);
        this.states = Stream.of("member_past", "member").flatMap(views::stream).map(State::of)
                .collect(Collectors.groupingBy(State::id));
        this.tokens = views.stream("api_token").map(it -> new TreeMap<String, Object>(it)).collect(Collectors.toList());
    }

    /** A member between two positions. */
    record State(String id, long position, long until, String role, String status, long version, @Nullable String name,
            @Nullable String email, boolean erased, Instant since, String invitation, int issue, String nameKey, String emailKey) {
        static State of(Map<String, ?> row) {
            var name = (String) row.get("name");
            var email = (String) row.get("email");
            return new State("" + row.get("member_id"), number(row, "position"), row.containsKey("until") ? number(row, "until")
                    : Long.MAX_VALUE, text(row, "role"), text(row, "status"), number(row, "version"), name, email,
                    (Boolean) Objects.requireNonNull(row.get("erased")), (Instant) Objects.requireNonNull(row.get("since")),
                    text(row, "invitation_status"), (int) number(row, "invitation_issue"), key(name), key(email));
        }

        private static long number(Map<String, ?> row, String column) {
            return ((Number) Objects.requireNonNull(row.get(column))).longValue();
        }

        private static String text(Map<String, ?> row, String column) {
            return ("" + row.get(column)).intern();
        }

        private static String key(@Nullable String text) {
            return text == null ? "" : MARKS.matcher(Normalizer.normalize(text, Form.NFD)).replaceAll("").toLowerCase(Locale.ROOT);
        }

        boolean isMember() {
            return !status.equals("deleted");
        }

        boolean isExpired() {
            return status.equals("invited") && invitation.equals("expired");
        }

        /** The fields that a difference between two states is about. */
        String sameness() {
            return String.join(" ", role, status, "" + name, "" + email);
        }
    }

    List<String> memberIds() {
        return states.keySet().stream().sorted().toList();
    }

    State any(Random random) {
        var ids = memberIds();
        var all = Objects.requireNonNull(states.get(ids.get(random.nextInt(ids.size()))));
        return all.get(random.nextInt(all.size()));
    }

    Optional<State> member(String id, long position) {
        return states.getOrDefault(id, List.of()).stream().filter(it -> it.position <= position && position < it.until).findAny();
    }

    /** True when the member is erased by now. */
    boolean isErased(String id) {
        return Objects.requireNonNull(states.get(id)).stream().anyMatch(State::erased);
    }

    private Stream<State> all(long position) {
        return states.values().stream().flatMap(its -> its.stream().filter(it -> it.position <= position && position < it.until));
    }

    /** @param order name of a sort order, descending with a minus sign */
    List<State> list(long position, String order, Predicate<State> filter) {
        Function<State, String> id = State::id;
        var by = switch (order.replace("-", "")) {
            case "name" -> Comparator.comparing(State::nameKey).thenComparing(id);
            case "email" -> Comparator.comparing(State::emailKey).thenComparing(id);
            default -> Comparator.comparing(State::since).thenComparing(id);
        };
        return all(position).filter(filter).sorted(order.startsWith("-") ? by.reversed() : by).toList();
    }

    /** Numbers of members by role and status, and of those whose invitation has expired by role. */
    Map<String, Long> counts(long position) {
        var counts = new HashMap<String, Long>();
        all(position).forEach(it -> {
            counts.merge(it.role + " " + it.status, 1L, Long::sum);
            if (it.isExpired()) {
                counts.merge(it.role + " expired", 1L, Long::sum);
            }
        });
        return counts;
    }

    private static long number(Map<String, ?> row, String column) {
        return (Long) Objects.requireNonNull(row.get(column));
    }

    /** Ids of the tokens that are active at a position and time, newest first. */
    List<String> tokens(long position, Instant at) {
        return tokens.stream().filter(it -> number(it, "created_position") <= position)
                .filter(it -> it.get("revoked_position") == null || number(it, "revoked_position") > position)
                .filter(it -> it.get("expires_at") == null || ((Instant) it.get("expires_at")).isAfter(at))
                .sorted(Comparator.<Map<String, ?>, Instant>comparing(it -> (Instant) it.get("created_at"))
                        .thenComparing(it -> String.valueOf(it.get("token_id"))).reversed())
                .map(it -> String.valueOf(it.get("token_id"))).toList();
    }

    /** Kind of the difference of each member who is not the same at both positions. */
    Map<String, String> differences(long from, long to) {
        var before = members(from);
        var after = members(to);
        var differences = new TreeMap<String, String>();
        before.forEach((id, it) -> {
            if (!after.containsKey(id)) {
                differences.put(id, "left");
            } else if (!after.get(id).sameness().equals(it.sameness())) {
                differences.put(id, "changed");
            }
        });
        after.keySet().stream().filter(it -> !before.containsKey(it)).forEach(it -> differences.put(it, "joined"));
        return differences;
    }

    private Map<String, State> members(long position) {
        return all(position).filter(State::isMember).collect(Collectors.toMap(State::id, Function.identity()));
    }

    /** Of the events with these numbers, from 0. */
    String checksum(int from, int to) {
        var sum = Checksum.EMPTY;
        for (var it : new ArrayList<>(events.subList(from, to))) {
            sum = sum.plus(it);
        }
        return sum.toString();
    }
}
