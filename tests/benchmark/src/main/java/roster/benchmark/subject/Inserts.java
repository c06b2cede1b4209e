package roster.benchmark.subject;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import roster.benchmark.measure.ClosedLoop;
import roster.systemtest.running.Roster;

/**
 * The reference of commands: rows of 600 bytes, each inserted and committed, into the PostgreSQL of the measured Roster, by {@code pgbench}
 * where it is installed, and otherwise by a loop with JDBC.
 */
public final class Inserts {
    private static final String DATABASE = "reference";
    private static final String INSERT = "insert into row_of_reference (content) values (repeat('x', 600))";
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    private static final String PGBENCH = "pgbench";

    private final Roster roster;
    private final boolean hasPgbench;

    private Inserts(Roster roster) {
        this.roster = roster;
        this.hasPgbench = Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator, -1))
                .anyMatch(it -> Files.isExecutable(Path.of(it, PGBENCH)));
    }

    /** Creates the table, in a database of its own. */
    public static Inserts into(Roster roster) {
        try (var connection = roster.database(); var statement = connection.createStatement()) {
            statement.execute("create database " + DATABASE);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        var inserts = new Inserts(roster);
        try (var connection = inserts.connect(); var statement = connection.createStatement()) {
            statement.execute("create table row_of_reference (id bigint generated always as identity primary key, content text not null)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return inserts;
    }

    /** The program that inserts. */
    public String program() {
        return hasPgbench ? PGBENCH : "JDBC";
    }

    /** @return inserts per second */
    public double perSecond(int clients, int seconds) {
        return hasPgbench ? pgbench(clients, seconds) : jdbc(clients, seconds);
    }

    private double pgbench(int clients, int seconds) {
        try {
            var script = Files.writeString(Files.createTempFile("insert", ".sql"), INSERT + ";\n");
            var builder = new ProcessBuilder(List.of(PGBENCH, "-h", "127.0.0.1", "-p", "" + roster.port("POSTGRES"), "-U", "postgres", "-n",
                    "-M", "prepared", "-f", script.toString(), "-c", "" + clients, "-j", "2", "-T", "" + seconds, DATABASE))
                    .redirectErrorStream(true);
            builder.environment().put("PGPASSWORD", roster.secret("database-superuser"));
            var process = builder.start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Files.delete(script);
            var rate = RATE.matcher(output);
            if (process.waitFor() != 0 || !rate.find()) {
                throw new IllegalStateException("pgbench has failed: " + output);
            }
            return Double.parseDouble(rate.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A connection with its statement. */
    private record Client(Connection connection, PreparedStatement insert) implements Closeable {
        static Client of(Connection connection) throws SQLException {
            return new Client(connection, connection.prepareStatement(INSERT));
        }

        void run() throws IOException {
            try {
                insert.executeUpdate();
            } catch (SQLException e) {
                throw new IOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IOException(e);
            }
        }
    }

    private double jdbc(int clients, int seconds) {
        return ClosedLoop.run(clients, seconds, () -> {
            try {
                return Client.of(connect());
            } catch (SQLException e) {
                throw new IOException(e);
            }
        }, Client::run).perSecond();
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + roster.port("POSTGRES") + "/" + DATABASE, "postgres",
                roster.secret("database-superuser"));
    }
}
