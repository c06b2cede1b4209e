package roster.command.publisher;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

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

    /** Stores the position {@code to}. Does nothing when the lease was lost meanwhile. */
    void advance(long from, long to) {
        jdbc.sql("update command.subscription set position = ? where name = ? and owner = ? and position = ?")
                .param(to).param(name).param(owner).param(from).update();
    }

    void giveBack() {
        jdbc.sql("update command.subscription set leased_until = '-infinity' where name = ? and owner = ?")
                .param(name).param(owner).update();
    }
}
