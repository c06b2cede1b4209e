package roster.command.publisher;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import roster.command.kafka.TopicLog;

/**
 * Stored progress of a publisher, with a lease of a few seconds on it. A lease instead of a row lock, so that no transaction is open
 * while Kafka is slow. For one thread at a time.
 */
final class PublisherLease {
    private static final Duration TERM = Duration.ofSeconds(5);
    /** Time after which the lease is taken again. */
    static final Duration RENEWAL = Duration.ofSeconds(1);

    private final UUID owner = UUID.randomUUID();
    private final String name;
    private final JdbcClient jdbc;
    /** The row as it was last read or written; null when it must be read again. */
    private @Nullable PublisherPosition held;
    private long takenAt;

    /** @param name name of the row in {@code command.subscription} */
    PublisherLease(String name, JdbcClient jdbc) {
        this.name = name;
        this.jdbc = jdbc;
    }

    String name() {
        return name;
    }

    /** As {@link #take}, without asking the database again within a second. */
    Optional<PublisherPosition> hold() {
        return held != null && System.nanoTime() - takenAt < RENEWAL.toNanos() ? Optional.of(held) : take();
    }

    /** Takes the lease, and returns the position to continue from; empty while another instance holds the lease. */
    Optional<PublisherPosition> take() {
        held = null;
        takenAt = System.nanoTime();
        var taken = stored();
        held = taken.orElse(null);
        return taken;
    }

    private Optional<PublisherPosition> stored() {
        return jdbc.sql("""
                update command.subscription
                   set owner = :owner, leased_until = clock_timestamp() + :seconds * interval '1 second'
                 where name = :name and (owner = :owner or leased_until < clock_timestamp())
                returning position, topic_id, acknowledged, epoch, republish_after""")
                .param("owner", owner).param("seconds", TERM.toSeconds()).param("name", name)
                .query((row, _) -> position(row)).optional();
    }

    private static PublisherPosition position(ResultSet row) throws SQLException {
        return new PublisherPosition(row.getLong("position"), row.getString("topic_id"),
                List.of((Long[]) row.getArray("acknowledged").getArray()), row.getInt("epoch"),
                row.getObject("republish_after", Long.class));
    }

    /** The stored position, regardless of the owner. */
    static Optional<Long> position(JdbcClient jdbc, String name) {
        return jdbc.sql("select position from command.subscription where name = ?").param(name).query(Long.class).optional();
    }

    /** Stores the position {@code to}, and what Kafka has acknowledged. Does nothing when the lease was lost meanwhile. */
    void advance(long from, long to, List<Long> acknowledged) {
        var before = held;
        boolean stored = update("""
                position = :to,
                lost_at = case when position < missing_up_to and :to >= missing_up_to then null else lost_at end,
                missing_up_to = case when position < missing_up_to and :to >= missing_up_to then null else missing_up_to end""",
                acknowledged, " and position = :from").param("to", to).param("from", from).update() == 1;
        held = stored && before != null ? before.advanced(to, acknowledged) : null;
    }

    /** Stores which topic it is. */
    void remember(TopicLog topic) {
        update("topic_id = :topic", topic.ends(), "").param("topic", topic.id()).update();
    }

    /**
     * Stores that records up to the position are missing.
     *
     * @param again true to publish all again; false to continue, even if some were being published again
     */
    void lost(TopicLog topic, boolean again) {
        update("""
                topic_id = :topic, lost_at = coalesce(lost_at, clock_timestamp()), missing_up_to = greatest(missing_up_to, position),
                position = case when :again then 0 else greatest(position, missing_up_to) end""",
                topic.ends(), "").param("topic", topic.id()).param("again", again).update();
    }

    /** Goes back to the position that an operator named, or to the beginning. */
    void republish(TopicLog topic, int epoch) {
        update("""
                topic_id = :topic, missing_up_to = greatest(missing_up_to, position), republish_after = null, epoch = :epoch,
                position = greatest(least(coalesce(republish_after, 0), position - 1), 0)""", topic.ends(), "")
                .param("topic", topic.id()).param("epoch", epoch).update();
    }

    private JdbcClient.StatementSpec update(String set, List<Long> acknowledged, String condition) {
        held = null;
        return jdbc.sql("update command.subscription set acknowledged = :acknowledged, " + set
                + " where name = :name and owner = :owner" + condition)
                .param("acknowledged", acknowledged.toArray(Long[]::new)).param("name", name).param("owner", owner);
    }

    void giveBack() {
        held = null;
        jdbc.sql("update command.subscription set leased_until = '-infinity' where name = ? and owner = ?")
                .param(name).param(owner).update();
    }
}
