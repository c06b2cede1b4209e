package roster.query.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

import roster.contract.event.Actor;
import roster.contract.event.Event;
import roster.contract.event.EventMetadata;
import roster.contract.stored.EventType;
import roster.contract.stored.RecordedEvent;
import roster.eventstore.UnreadableEvent;
import roster.query.Crowd;
import roster.query.IndependentViews;
import roster.query.Rows;
import roster.query.generation.View;
import roster.sql.AnyColumn;

class FoldTest {
    private static final UUID ORGANIZATION = new UUID(7, 7);

    @Property(tries = 300)
    void a_fold_gives_what_the_events_say(@ForAll @Size(max = 80) List<@IntRange(max = 10_000) Integer> choices) {
        var events = recorded(choices);
        var tables = new Memory();
        var fold = new Fold(Views.all(), tables);

        events.forEach(fold::apply);
        fold.end();

        var expected = new IndependentViews(events);
        for (var table : Rows.TABLES) {
            assertThat(tables.rows(table)).as(table).isEqualTo(expected.rows(table));
        }
    }

    @Property(tries = 100)
    void an_event_that_is_missed_or_comes_twice_is_noticed(@ForAll @Size(min = 5, max = 40) List<@IntRange(max = 10_000) Integer> choices,
            @ForAll @IntRange(max = 1_000) int which) {
        var events = recorded(choices);
        var later = events.subList(1, events.size());
        var twice = new ArrayList<>(later);
        twice.add(later.get(which % later.size()));

        assertThatThrownBy(() -> twice.forEach(new Fold(Views.all(), new Memory())::apply))
                .isInstanceOf(UnreadableEvent.class).hasCauseInstanceOf(IllegalStateException.class);
    }

    private static List<RecordedEvent> recorded(List<Integer> choices) {
        var sequences = new HashMap<UUID, Long>();
        var events = new Crowd(ORGANIZATION).events(choices.stream()).toList();
        return IntStream.range(0, events.size()).mapToObj(i -> {
            var sequence = sequences.merge(events.get(i).aggregateId(), 0L, (last, _) -> last + 1);
            return recorded(events.get(i), sequence, 3L * i + 1);
        }).toList();
    }

    private static RecordedEvent recorded(Event event, long sequence, long position) {
        var metadata = new EventMetadata(ORGANIZATION, new Actor(Actor.Kind.OPERATOR, "operator"), null, "because", "correlation",
                "causation", null, null, null);
        return new RecordedEvent(position, new UUID(0, position), event.aggregateId(), sequence, EventType.of(event),
                Instant.ofEpochSecond(1_900_000_000 + position), metadata, event);
    }

    /** Keeps rows by table, each a map from column to text. */
    private static final class Memory implements Fold.Destination {
        private final Map<String, List<Map<String, String>>> rows = new HashMap<>();

        @Override
        public <R> Consumer<R> of(View<R> view) {
            var ofTable = new ArrayList<Map<String, String>>();
            rows.put(view.table().name(), ofTable);
            return row -> {
                var texts = new TreeMap<String, String>();
                view.table().columns().inOrder().forEach(it -> texts.put(it.name(), text(it, row)));
                texts.keySet().removeAll(List.of("name_key", "email_key", "pieces"));
                ofTable.add(texts);
            };
        }

        /** Text of a value; arrays without quotes, which no scope needs. */
        private static <R> @Nullable String text(AnyColumn<R> column, R row) {
            var text = column.text(row);
            return text != null && column.type().name().equals("text[]") ? text.replace("\"", "") : text;
        }

        List<Map<String, String>> rows(String table) {
            return Rows.sorted(Objects.requireNonNull(rows.get(table)).stream());
        }
    }
}
