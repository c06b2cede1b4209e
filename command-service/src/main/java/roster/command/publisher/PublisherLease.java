package roster.command.publisher;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

import roster.command.publisher.topic.TopicMemory;

/**
 * Position of a publisher in the event store, with a lease of a few seconds on it. A lease instead of a row lock, so that no transaction is open
 * while Kafka is slow.
 */
final class PublisherLease {
    private static final Duration TERM = Duration.ofSeconds(5);

    private final UUID owner = UUID.randomUUID();
    private final String name;
    private final JdbcClient jdbc;

    /** @param name name of the row in {@code command.subscription} */
    PublisherLease(String name, JdbcClient jdbc) {
        this.name = name;
        this.jdbc = jdbc;
    }

    /** Takes the lease, and returns the position to continue from; empty while another instance holds the lease. */
    OptionalLong take() {
        return jdbc.sql("""
                update command.subscription
                   set owner = :owner, leased_until = clock_timestamp() + :seconds * interval '1 second'
                 where name = :name and (owner = :owner or leased_until < clock_timestamp())
                returning position""")
                .param("owner", owner).param("seconds", TERM.toSeconds()).param("name", name)
                .query(Long.class).optional().map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    /** The stored position, regardless of the owner. */
    static Optional<Long> position(JdbcClient jdbc, String name) {
        return jdbc.sql("select position from command.subscription where name = ?").param(name).query(Long.class).optional();
    }

    /**
     * Stores the position {@code to}. Does nothing when the lease was lost meanwhile.
     *
     * @param acknowledged offset after the last acknowledged record, by partition
     */
    void advance(long from, long to, Long... acknowledged) {
        jdbc.sql("""
                update command.subscription
                   set position = :to, acknowledged = :acknowledged, republishing = republishing and :to < missing_up_to,
                       lost_at = case when republishing and :to >= missing_up_to then null else lost_at end,
                       missing_up_to = case when republishing and :to >= missing_up_to then null else missing_up_to end
                 where name = :name and owner = :owner and position = :from""")
                .param("to", to).param("acknowledged", acknowledged).param("name", name).param("owner", owner).param("from", from).update();
    }

    TopicMemory memory() {
        return new TopicMemory(name, owner, jdbc);
    }

    void giveBack() {
        jdbc.sql("update command.subscription set leased_until = '-infinity' where name = ? and owner = ?")
                .param(name).param(owner).update();
    }
}
