package roster.systemtest.record;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

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
final class Commands implements AutoCloseable {
    private final LargeRecord record;
    private final TransactionTemplate transaction;
    private final EventAppender appender;
    private final EventNotifier notifier;

    Commands(LargeRecord record, Connection connection) {
        var connections = LargeRecord.single(connection);
        this.record = record;
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(connections));
        this.appender = new EventAppender(connections, LargeRecord.keys());
        this.notifier = new EventNotifier(new DriverManagerDataSource(record.database().jdbcUrl(), "roster_command",
                record.database().passwords().command()));
        notifier.start();
    }

    /** @param at {@link System#nanoTime()} after the commit */
    record Committed(long position, long at) {}

    Committed invite() {
        var id = UUID.randomUUID();
        var event = new MemberInvited(id, record.organization(), UUID.randomUUID(), "Grace Hopper", id + "@large.example", Role.DEVELOPER,
                null, record.after(2));
        var metadata = new EventMetadata(record.organizationId(), new Actor(Actor.Kind.OPERATOR, "operator"), null, "benchmark",
                "correlation", "causation", null, null, null);
        var recorded = transaction.execute(_ -> appender.append(List.of(new NewEvent(UUID.randomUUID(), 0, event, metadata))));
        long now = System.nanoTime();
        notifier.appended();
        return new Committed(recorded.getFirst().position(), now);
    }

    /** Commands at a constant rate, whatever each takes. */
    List<Committed> constantly(int perSecond, int seconds) throws InterruptedException {
        var committed = new ArrayList<Committed>();
        long begin = System.nanoTime();
        for (int i = 0; i < perSecond * seconds; i++) {
            long due = begin + i * 1_000_000_000L / perSecond;
            Thread.sleep(Math.max(0, due - System.nanoTime()) / 1_000_000);
            committed.add(invite());
        }
        return committed;
    }

    @Override
    public void close() {
        notifier.close();
    }
}
