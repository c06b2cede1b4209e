package roster.command.publisher;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A publisher's place in the event store, and the right to move it, lent for a few seconds at a time. A lease, not a row lock: while
 * Kafka is slow to answer, no transaction is open.
 */
final class PublisherLease {
    private static final Duration TERM = Duration.ofSeconds(5);

    private final UUID owner = UUID.randomUUID();
    private final String name;
    private final JdbcClient jdbc;

    /** @param name of a row in {@code command.subscription} */
    PublisherLease(String name, JdbcClient jdbc) {
        this.name = name;
        this.jdbc = jdbc;
    }

    /** The position to go on from; empty while another instance holds the lease. */
    OptionalLong take() {
        return jdbc.sql("""
                update command.subscription
                   set owner = :owner, leased_until = clock_timestamp() + :seconds * interval '1 second'
                 where name = :name and (owner = :owner or leased_until < clock_timestamp())
                returning position""")
                .param("owner", owner).param("seconds", TERM.toSeconds()).param("name", name)
                .query(Long.class).optional().map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    /** Remembers that everything up to {@code to} has been published; nothing when the lease was lost meanwhile. */
    void advance(long from, long to) {
        jdbc.sql("update command.subscription set position = ? where name = ? and owner = ? and position = ?")
                .param(to).param(name).param(owner).param(from).update();
    }

    void giveBack() {
        jdbc.sql("update command.subscription set leased_until = '-infinity' where name = ? and owner = ?")
                .param(name).param(owner).update();
    }
}
