package roster.command.publisher.admin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.jdbc.core.simple.JdbcClient;

import roster.contract.kafka.MemberEventsTopic;
import roster.contract.kafka.MemberStateTopic;

/** States of all publishers, whichever instance they run in, and requests to publish again. */
public final class Publishers {
    public static final String EVENTS = "publisher";
    public static final String STATES = "state-publisher";
    private static final Map<String, String> TOPICS = Map.of(EVENTS, MemberEventsTopic.NAME, STATES, MemberStateTopic.NAME);
    private static final String STATUS = "select name, position, lost_at, missing_up_to, republishing from command.subscription";

    private final JdbcClient jdbc;
    private final Duration retention;

    /** @param retention time for which Kafka keeps an event */
    public Publishers(JdbcClient jdbc, Duration retention, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.retention = retention;
        TOPICS.forEach((name, topic) -> Gauge
                .builder("roster.publisher.records.lost", this, it -> it.status(name).filter(PublisherStatus::hasLost).isPresent() ? 1 : 0)
                .tag("topic", topic).description("1 while records that Kafka has lost are missing").register(meters));
    }

    List<PublisherStatus> all() {
        return jdbc.sql(STATUS + " order by name").query((row, _) -> status(row)).list();
    }

    private Optional<PublisherStatus> status(String name) {
        return jdbc.sql(STATUS + " where name = ?").param(name).query((row, _) -> status(row)).optional();
    }

    /** Requests that all records that the topic should have are published again. Empty for an unknown publisher. */
    Optional<PublisherStatus> republish(String name) {
        jdbc.sql("update command.subscription set republish_after = :after where name = :name")
                .param("after", name.equals(EVENTS) ? lastBeyondRetention() : 0).param("name", name).update();
        return status(name);
    }

    /** Position of the newest event that Kafka need not keep any more. */
    private long lastBeyondRetention() {
        return jdbc.sql("""
                select coalesce(max(position), 0) from event_store.event where recorded_at < clock_timestamp() - ? * interval '1 second'""")
                .param(retention.toSeconds()).query(Long.class).single();
    }

    private static PublisherStatus status(ResultSet row) throws SQLException {
        var name = row.getString("name");
        var lostAt = row.getObject("lost_at", OffsetDateTime.class);
        return new PublisherStatus(name, Objects.requireNonNull(TOPICS.get(name)), row.getLong("position"),
                lostAt == null ? null : lostAt.toInstant(), row.getObject("missing_up_to", Long.class), row.getBoolean("republishing"));
    }
}
