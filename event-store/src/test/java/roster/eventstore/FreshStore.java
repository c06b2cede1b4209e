package roster.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import roster.contract.event.Actor;
import roster.contract.event.EventMetadata;
import roster.contract.event.MemberEvent.MemberSuspended;
import roster.eventstore.sealing.DataKeys;
import roster.eventstore.sealing.MasterKeys;
import roster.local.PerJvm;
import roster.local.postgres.Database;
import roster.migrate.Login;
import roster.migrate.Migrations;
import roster.migrate.Schema;

/** An empty event store in a database of its own. */
public record FreshStore(Database database) {
    static final String MASTER_KEYS = "t1:fJ3Xk0Yv8QdLr5sT1uWz7aBcDeGhIiMnOpRq2V4x6yE=";
    private static final EventMetadata METADATA = new EventMetadata(new UUID(0, 1), Actor.SYSTEM, null, null, "correlation", "causation",
            null, null, null);

    public static FreshStore create() {
        return new FreshStore(PerJvm.postgres().freshDatabase("event_store", FreshStore::migrate));
    }

    private static void migrate(Database database) {
        new Migrations(Login.owner(database.jdbcUrl(), database.passwords().owner()), Schema.EVENT_STORE, Schema.KEY_STORE).run();
    }

    DataSource asCommandService() {
        return as("roster_command");
    }

    public DataSource as(String role) {
        var passwords = database.passwords();
        return new DriverManagerDataSource(database.jdbcUrl(), role, switch (role) {
            case "roster_command" -> passwords.command();
            case "roster_query" -> passwords.query();
            case "roster_notification" -> passwords.notification();
            case "roster_keys" -> passwords.keys();
            default -> throw new IllegalArgumentException(role);
        });
    }

    Connection asSuperuser() throws SQLException {
        return PerJvm.postgres().superuser(database.name());
    }

    DataSource asQueryService() {
        return as("roster_query");
    }

    DataSource asKeys() {
        return as("roster_keys");
    }

    /** Uses one connection: opening connections takes longer than using them. */
    JdbcClient client(String role, String password) {
        return JdbcClient.create(new SingleConnectionDataSource(database.jdbcUrl(), role, password, true));
    }

    EventReader reader() {
        return new EventReader(JdbcClient.create(asQueryService()), keys());
    }

    /** Keys without a cache, as in a process that has just started. */
    static DataKeys keys() {
        return new DataKeys(MasterKeys.of(MASTER_KEYS), new SimpleMeterRegistry());
    }

    public Writer writer() throws SQLException {
        return new Writer(asCommandService().getConnection());
    }

    static List<NewEvent> somethingHappens() {
        return List.of(newEvent(UUID.randomUUID(), 0));
    }

    static NewEvent newEvent(UUID member, long sequence) {
        return new NewEvent(UUID.randomUUID(), sequence, new MemberSuspended(member), METADATA);
    }

    /** Events of a writer whose own clock determines its time-ordered ids (UUIDv7). */
    static List<NewEvent> somethingHappens(Clock clock) {
        var timeOrdered = new UUID(clock.millis() << 16 | 0x7000, UUID.randomUUID().getLeastSignificantBits());
        return List.of(new NewEvent(timeOrdered, 0, new MemberSuspended(UUID.randomUUID()), METADATA));
    }
}
