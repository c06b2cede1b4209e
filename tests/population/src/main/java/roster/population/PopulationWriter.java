package roster.population;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import roster.contract.event.MemberEvent.MemberErased;
import roster.contract.event.OrganizationEvent.OrganizationRegistered;
import roster.eventstore.EventAppender;
import roster.eventstore.NewEvent;
import roster.eventstore.sealing.DataKeys;

/**
 * Writes a population into an event store, sealed and in order, many events in a transaction. Registers the organizations for the services,
 * but not their members: no member of a population can sign in.
 */
public final class PopulationWriter {
    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final DataKeys keys;
    private final TransactionTemplate transaction;
    private final EventAppender appender;
    private final List<NewEvent> batch = new ArrayList<>();

    /** @param connections of the role of command-service */
    public PopulationWriter(DataSource connections, DataKeys keys) {
        this.jdbc = JdbcClient.create(connections);
        this.keys = keys;
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(connections));
        this.appender = new EventAppender(connections, keys);
    }

    /** @param owner may alter the event store, whose clock is another one meanwhile */
    public void write(Population population, Connection owner) throws SQLException {
        try (var _ = new StoreClock(owner, population.beginning(), population.step())) {
            population.tell(this::add);
            flush();
        }
    }

    private void add(List<NewEvent> events) {
        batch.addAll(events);
        if (batch.size() >= BATCH) {
            flush();
        }
    }

    private void flush() {
        transaction.executeWithoutResult(_ -> write());
        batch.clear();
    }

    /** In one transaction; up to each erasure, because the key is destroyed with it. */
    private void write() {
        int done = 0;
        for (int i = 0; i < batch.size(); i++) {
            switch (batch.get(i).event()) {
                case OrganizationRegistered it -> register(it);
                case MemberErased it -> {
                    append(batch.subList(done, i));
                    done = i;
                    keys.destroy(jdbc, it.memberId());
                }
                default -> {
                }
            }
        }
        append(batch.subList(done, batch.size()));
    }

    private void append(List<NewEvent> events) {
        if (!events.isEmpty()) {
            appender.append(events);
        }
    }

    private void register(OrganizationRegistered it) {
        jdbc.sql("insert into command.organization (organization_id, slug, name) values (?, ?, ?)")
                .params(it.organizationId(), it.slug(), it.name()).update();
    }
}
