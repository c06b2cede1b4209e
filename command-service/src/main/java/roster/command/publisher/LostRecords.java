package roster.command.publisher;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Records that Kafka has lost, in health and metrics, and requests to publish them again. Commands do not depend on it. */
@Component
final class LostRecords extends AbstractHealthIndicator {
    private final JdbcClient jdbc;
    private final Duration retention;

    /** A publisher that has lost records, whichever instance it runs in. */
    private record Loss(String publisher, String description) {
        static Loss of(ResultSet row) throws SQLException {
            return new Loss(row.getString("name"), "records up to position " + row.getLong("missing_up_to")
                    + " are missing on Kafka, noticed at " + row.getTimestamp("lost_at").toInstant());
        }
    }

    LostRecords(JdbcClient jdbc, PublisherProperties properties, MeterRegistry meters) {
        super("the state of the publishers is unknown");
        this.jdbc = jdbc;
        this.retention = properties.retention();
        for (var publisher : List.of(PublisherConfiguration.EVENTS, PublisherConfiguration.STATES, PublisherConfiguration.CHECKPOINTS)) {
            Gauge.builder("roster.publisher.records.lost", () -> losses().stream().filter(it -> it.publisher().equals(publisher)).count())
                    .tag("publisher", publisher).description("1 while records that Kafka has lost are missing").register(meters);
        }
    }

    private List<Loss> losses() {
        return jdbc.sql("select name, missing_up_to, lost_at from command.subscription where lost_at is not null")
                .query((row, _) -> Loss.of(row)).list();
    }

    /** Returns the position after which the publisher will publish all again; empty for an unknown publisher. */
    Optional<Long> publishAgain(String publisher) {
        return jdbc.sql("update command.subscription set republish_after = ? where name = ? returning republish_after")
                .param(publisher.equals(PublisherConfiguration.EVENTS) ? lastBeyondRetention() : 0).param(publisher)
                .query(Long.class).optional();
    }

    /** Position of the newest event that Kafka need not keep any more. */
    private long lastBeyondRetention() {
        return jdbc.sql("""
                select coalesce(max(position), 0) from event_store.event where recorded_at < clock_timestamp() - ? * interval '1 second'""")
                .param(retention.toSeconds()).query(Long.class).single();
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        losses().forEach(it -> health.down().withDetail(it.publisher(), it.description()));
    }
}
