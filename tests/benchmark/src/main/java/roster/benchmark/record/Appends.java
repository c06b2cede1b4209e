package roster.benchmark.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import roster.contract.event.Actor;
import roster.contract.event.EventMetadata;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.role.Role;
import roster.eventstore.EventAppender;
import roster.eventstore.EventNotifier;
import roster.eventstore.NewEvent;

/** Appends events as command-service does: one in each transaction, and a notification after the commit. */
public final class Appends implements AutoCloseable {
    private final LargeRecord record;
    private final Connection connection;
    private final TransactionTemplate transaction;
    private final EventAppender appender;
    private final EventNotifier notifier;

    public Appends(LargeRecord record) {
        this.connection = record.commands();
        var connections = LargeRecord.single(connection);
        this.record = record;
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(connections));
        this.appender = new EventAppender(connections, LargeRecord.keys());
        this.notifier = new EventNotifier(new DriverManagerDataSource(record.database().jdbcUrl(), "roster_command",
                record.database().passwords().command()));
        notifier.start();
    }

    /** @param at {@link System#nanoTime()} after the commit */
    public record Committed(long position, long at) {}

    private Committed invite() {
        var id = UUID.randomUUID();
        var event = new MemberInvited(id, record.organization(), UUID.randomUUID(), "Grace Hopper", id + "@large.example", Role.DEVELOPER,
                null, record.after(2));
        var metadata = new EventMetadata(record.organizationId(), new Actor(Actor.Kind.OPERATOR, "operator"), null, "benchmark",
                "correlation", "causation", null, null, null);
        var recorded = Objects.requireNonNull(
                transaction.execute(_ -> appender.append(List.of(new NewEvent(UUID.randomUUID(), 0, event, metadata)))));
        long now = System.nanoTime();
        notifier.appended();
        return new Committed(recorded.getFirst().position(), now);
    }

    /** Commands at a constant rate, whatever each takes. */
    public List<Committed> constantly(int perSecond, int seconds) {
        var committed = new ArrayList<Committed>();
        long begin = System.nanoTime();
        for (int i = 0; i < perSecond * seconds; i++) {
            long due = begin + i * 1_000_000_000L / perSecond;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            committed.add(invite());
        }
        return committed;
    }

    @Override
    public void close() {
        notifier.close();
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
