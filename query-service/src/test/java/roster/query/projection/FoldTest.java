package roster.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import roster.contract.event.Actor;
import roster.contract.event.Event;
import roster.contract.event.EventMetadata;
import roster.contract.event.EventType;
import roster.contract.event.RecordedEvent;
import roster.query.Crowd;
import roster.query.IndependentViews;
import roster.query.Rows;
import roster.query.generation.Columns;
import roster.query.history.HistoryEntry;
import roster.query.history.HistoryRows;
import roster.query.member.MemberRows;
import roster.query.member.MemberView;
import roster.query.role.RoleRows;
import roster.query.token.ApiTokenRows;
import roster.query.token.ApiTokenView;

class FoldTest {
    private static final UUID ORGANIZATION = new UUID(7, 7);

    @Property(tries = 300)
    void a_fold_gives_what_the_events_say(@ForAll @Size(max = 80) List<@IntRange(max = 10_000) Integer> choices) {
        var events = recorded(choices);
        var history = new ArrayList<HistoryEntry>();
        var fold = new Fold(new HashMap<>(), new HashMap<>(), history::add);

        events.forEach(fold::apply);

        var expected = new IndependentViews(events);
        assertThat(rows(MemberRows.COPY, MemberRows.COLUMNS, fold.members())).isEqualTo(expected.rows("member"));
        assertThat(rows(HistoryRows.COPY, HistoryRows.COLUMNS, history)).isEqualTo(expected.rows("member_history"));
        assertThat(rows(RoleRows.COPY, RoleRows.COLUMNS, fold.roleChanges())).isEqualTo(expected.rows("role_count"));
        assertThat(rows(ApiTokenRows.COPY, ApiTokenRows.COLUMNS, fold.tokens())).isEqualTo(expected.rows("api_token"));
    }

    @Property(tries = 100)
    void it_does_not_matter_where_batches_end(@ForAll @Size(max = 80) List<@IntRange(max = 10_000) Integer> choices,
            @ForAll @IntRange(min = 1, max = 20) int batchSize) {
        var events = recorded(choices);
        var members = new HashMap<UUID, MemberView>();
        var tokens = new HashMap<UUID, ApiTokenView>();
        var history = new ArrayList<HistoryEntry>();
        for (int from = 0; from < events.size(); from += batchSize) {
            var fold = new Fold(new HashMap<>(members), new HashMap<>(tokens), history::add);
            events.subList(from, Math.min(events.size(), from + batchSize)).forEach(fold::apply);
            fold.members().forEach(member -> members.put(member.memberId(), member));
            fold.tokens().forEach(token -> tokens.put(token.tokenId(), token));
        }

        var expected = new IndependentViews(events);
        assertThat(rows(MemberRows.COPY, MemberRows.COLUMNS, members.values())).isEqualTo(expected.rows("member"));
        assertThat(rows(HistoryRows.COPY, HistoryRows.COLUMNS, history)).isEqualTo(expected.rows("member_history"));
        assertThat(rows(ApiTokenRows.COPY, ApiTokenRows.COLUMNS, tokens.values())).isEqualTo(expected.rows("api_token"));
    }

    @Property(tries = 100)
    void an_event_that_is_missed_or_comes_twice_is_noticed(@ForAll @Size(min = 5, max = 40) List<@IntRange(max = 10_000) Integer> choices,
            @ForAll @IntRange(max = 1_000) int which) {
        var events = recorded(choices);
        var later = events.subList(1, events.size());
        var twice = new ArrayList<>(later);
        twice.add(later.get(which % later.size()));

        assertThatThrownBy(() -> twice.forEach(new Fold(new HashMap<>(), new HashMap<>(), _ -> {})::apply))
                .isInstanceOf(IllegalStateException.class);
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

    private static <R> List<Map<String, String>> rows(String copy, Columns<R> columns, Collection<R> rows) {
        var names = Arrays.stream(copy.substring(copy.indexOf('(') + 1, copy.indexOf(')')).split(",", -1)).map(String::trim).toList();
        var values = columns.arrays(rows);
        return Rows.sorted(IntStream.range(0, rows.size()).mapToObj(row -> {
            var named = new TreeMap<String, Object>();
            IntStream.range(0, names.size()).forEach(column -> named.put(names.get(column), ((String[]) values.get(column))[row]));
            named.keySet().removeAll(List.of("name_key", "email_key"));
            return named;
        }));
    }
}
