package roster.eventstore.watch;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Names sessions that hold back the high-water mark for longer than an append takes: in a metric, and in the log. */
final class MarkHolders {
    private static final Logger log = LoggerFactory.getLogger(MarkHolders.class);

    private final WatchLimits limits;
    private final MultiGauge gauge;
    private volatile List<MarkHolder> current = List.of();
    private List<MarkHolder> named = List.of();
    private List<MarkHolder> alarmed = List.of();

    MarkHolders(WatchLimits limits, MeterRegistry meters) {
        this.limits = limits;
        this.gauge = MultiGauge.builder("roster.high.water.mark.held").baseUnit("seconds")
                .description("time for which a session has held back the high-water mark; absent unless for seconds").register(meters);
    }

    /** @param lastPosition a session that holds it holds nothing back */
    void measure(JdbcClient jdbc, long lastPosition) {
        var earlier = current;
        current = jdbc.sql("""
                select position, coalesce(pid, 0), coalesce(role, ''), coalesce(application_name, ''), coalesce(since, clock_timestamp())
                  from event_store.append_in_flight where position < ? order by position""")
                .param(lastPosition)
                .query((row, _) -> new MarkHolder(row.getLong(1), row.getInt(2), row.getString(3), row.getString(4),
                        row.getObject(5, OffsetDateTime.class).toInstant()))
                .list().stream().map(it -> find(earlier, it).map(first -> it.seenAt(first.since())).orElse(it)).toList();
        tell();
        gauge.register(named.stream().map(MarkHolders::row).toList(), true);
    }

    private static Optional<MarkHolder> find(List<MarkHolder> holders, MarkHolder wanted) {
        return holders.stream().filter(it -> it.isSameAs(wanted)).findFirst();
    }

    private void tell() {
        var before = named;
        named = olderThan(limits.holder()).toList();
        named.stream().filter(it -> find(before, it).isEmpty()).forEach(it -> log.warn("{}", it));
        before.stream().filter(it -> find(named, it).isEmpty())
                .forEach(it -> log.info("the session with pid {} no longer holds the high-water mark", it.pid()));
        var alarmedBefore = alarmed;
        alarmed = olderThan(limits.alarm()).toList();
        alarmed.stream().filter(it -> find(alarmedBefore, it).isEmpty()).forEach(it -> log.error("{}", it));
    }

    private Stream<MarkHolder> olderThan(Duration age) {
        return current.stream().filter(it -> it.age().compareTo(age) > 0);
    }

    private static Row<?> row(MarkHolder holder) {
        return Row.of(Tags.of("pid", String.valueOf(holder.pid()), "role", holder.role(), "application", holder.application()),
                () -> holder.age().toMillis() / 1000.0);
    }

    /** The session that has held the mark long enough for an alarm. */
    Optional<MarkHolder> alarming() {
        return olderThan(limits.alarm()).findFirst();
    }
}
