package roster.query.moment;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the {@link Cut} of a {@link Moment}, in the caller's snapshot. An event counts from the newest time on that it and the events before
 * it were recorded at, so that later moments never have fewer events.
 */
@Component
public final class Cuts {
    private final JdbcClient jdbc;

    Cuts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Empty before the first event.
     *
     * @param organizationId null for all organizations, of which each has its own order of times: of an instant, the newest cut counts
     */
    public Optional<Cut> at(@Nullable UUID organizationId, Moment moment) {
        var instant = moment.instant();
        return instant == null
                ? newest(organizationId, "position <= ?", moment.position(), "").map(it -> new Cut(moment.position(), it.orderTime))
                : newest(organizationId, "order_time <= ?", instant.atOffset(ZoneOffset.UTC), "order_time desc,")
                        .map(it -> new Cut(it.position, instant));
    }

    private record Newest(long position, Instant orderTime) {}

    private Optional<Newest> newest(@Nullable UUID organizationId, String condition, Object value, String order) {
        return jdbc.sql("select position, order_time from event where (?::uuid is null or organization_id = ?) and " + condition
                + " order by " + order + " position desc limit 1")
                .param(organizationId).param(organizationId).param(value)
                .query((row, _) -> new Newest(row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant())).optional();
    }
}
