package roster.systemtest.trial.faults;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import roster.systemtest.trial.cluster.DoubledRoster;
import roster.systemtest.trial.faults.Fault.Wound;

/** Backends that are terminated, tables that are locked, connections that are taken. */
final class DatabaseFaults {
    private static final String TOO_MANY_CONNECTIONS = "53300";
    private static final Duration HELD = Duration.ofSeconds(4);

    private DatabaseFaults() {}

    /** Terminates backends of the services, those first that are in a transaction. */
    static Optional<Wound> terminate(DoubledRoster roster, Random random) throws Exception {
        long terminated = 0;
        try (var database = roster.database(); var statement = database.createStatement()) {
            for (int i = 0; i < 5 + random.nextInt(10); i++) {
                terminated += number(statement, """
                        select count(pg_terminate_backend(pid)) from (select pid from pg_stat_activity
                         where usename in ('roster_command', 'roster_query', 'roster_notification') and state <> 'idle'
                         order by state <> 'idle in transaction', random() limit 5) it""");
                TimeUnit.MILLISECONDS.sleep(random.nextInt(100));
            }
        }
        return Wound.counted(Parts.POSTGRES, terminated, "backends terminated");
    }

    /** Locks the table of events for longer than a command may wait. */
    static Optional<Wound> lock(DoubledRoster roster, Random random) throws Exception {
        try (var database = roster.database();
                var statement = database.createStatement();
                var watch = roster.database();
                var watching = watch.createStatement()) {
            database.setAutoCommit(false);
            statement.execute("lock table event_store.event in access exclusive mode");
            long waiting = 0;
            for (var end = Instant.now().plus(HELD); Instant.now().isBefore(end); TimeUnit.MILLISECONDS.sleep(100)) {
                waiting = Math.max(waiting, number(watching, "select count(*) from pg_locks where not granted"));
            }
            database.rollback();
            return Wound.counted(Parts.POSTGRES, waiting, "sessions waited for a lock of " + HELD.toSeconds() + " s");
        }
    }

    /** Takes all connections of the server, those of the services as they are terminated. */
    static Optional<Wound> connectionLimit(DoubledRoster roster, Random random) throws Exception {
        var taken = new ArrayList<Connection>();
        int refused = 0;
        try (var database = roster.database(); var statement = database.createStatement()) {
            number(statement, """
                    select count(pg_terminate_backend(pid)) from pg_stat_activity
                     where usename in ('roster_command', 'roster_query', 'roster_notification')""");
            for (var end = Instant.now().plus(HELD); Instant.now().isBefore(end);) {
                if (!isOneMore(roster, taken)) {
                    refused++;
                    TimeUnit.MILLISECONDS.sleep(50);
                }
            }
        } finally {
            for (var connection : taken) {
                connection.close();
            }
        }
        return Wound.counted(Parts.POSTGRES, refused, "connections refused, " + taken.size() + " taken");
    }

    private static boolean isOneMore(DoubledRoster roster, List<Connection> taken) throws SQLException {
        try {
            taken.add(
                    DriverManager.getConnection(roster.postgres().jdbcUrl("roster"), "roster_keys", roster.postgres().passwords().keys()));
            return true;
        } catch (SQLException e) {
            if (!TOO_MANY_CONNECTIONS.equals(e.getSQLState())) {
                throw e;
            }
            return false;
        }
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
