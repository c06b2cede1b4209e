package roster.command.failover;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;

import roster.command.FreshDatabase;
import roster.local.PerJvm;
import roster.local.postgres.LocalPostgres;
import roster.local.postgres.Passwords;

/** A primary and a streaming replica, which has applied each commit before the primary acknowledges it. */
final class ReplicatedPostgres implements AutoCloseable {
    private static final String DATABASE = "roster";

    private final Passwords passwords = Passwords.random();
    private final LocalPostgres primary;
    private final LocalPostgres replica;

    ReplicatedPostgres(Path folder) throws Exception {
        primary = LocalPostgres.start(folder.resolve("primary"), PerJvm.programs(), 0, passwords);
        FreshDatabase.migrate(primary.database(DATABASE).jdbcUrl(), passwords);
        copy(folder);
        replica = LocalPostgres.start(folder.resolve("replica"), PerJvm.programs(), 0, passwords);
        waitForTheReplica();
    }

    private void copy(Path folder) throws Exception {
        var data = Files.createDirectories(folder.resolve("replica")).resolve("data");
        try (var superuser = primary.superuser(DATABASE); var statement = superuser.createStatement()) {
            statement.execute("select pg_backup_start('replica', true)");
            run("cp", "-a", folder.resolve("primary/data").toString(), data.toString());
            try (var stopped = statement.executeQuery("select labelfile from pg_backup_stop()")) {
                stopped.next();
                Files.writeString(data.resolve("backup_label"), stopped.getString(1));
            }
        }
        Files.delete(data.resolve("postmaster.pid"));
        Files.createFile(data.resolve("standby.signal"));
        Files.writeString(data.resolve("postgresql.auto.conf"), String.format(Locale.ROOT,
                "primary_conninfo = 'host=127.0.0.1 port=%d user=postgres password=%s'\n", primary.port(), passwords.superuser()),
                StandardOpenOption.APPEND);
    }

    private static void run(String... command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed");
        }
    }

    private void waitForTheReplica() throws SQLException {
        try (var superuser = primary.superuser(DATABASE); var statement = superuser.createStatement()) {
            statement.execute("alter database " + DATABASE + " set synchronous_commit = 'remote_apply'");
            statement.execute("alter system set synchronous_standby_names = '*'");
            statement.execute("select pg_reload_conf()");
        }
    }

    /** True when the replica is synchronous. */
    boolean isReplicated() throws SQLException {
        try (var superuser = primary.superuser(DATABASE);
                var statement = superuser.createStatement();
                var found = statement.executeQuery("select from pg_stat_replication where sync_state = 'sync'")) {
            return found.next();
        }
    }

    /** Kills the primary, and promotes the replica. */
    void fail() throws SQLException {
        primary.kill();
        try (var superuser = replica(); var statement = superuser.createStatement()) {
            statement.execute("select pg_promote()");
        }
    }

    Connection replica() throws SQLException {
        return replica.superuser(DATABASE);
    }

    /** The settings of a service that uses whichever is the primary. */
    Map<String, String> settings() {
        return Map.of("ROSTER_DATABASE_URL", String.format(Locale.ROOT,
                "jdbc:postgresql://127.0.0.1:%d,127.0.0.1:%d/%s?targetServerType=primary&hostRecheckSeconds=1", primary.port(),
                replica.port(), DATABASE), "ROSTER_DATABASE_PASSWORD", passwords.command());
    }

    @Override
    public void close() {
        replica.kill();
        primary.kill();
    }
}
