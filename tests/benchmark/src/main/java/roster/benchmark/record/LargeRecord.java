package roster.benchmark.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.sql.DataSource;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import roster.benchmark.measure.ProcessorTime;
import roster.contract.event.Organization;
import roster.eventstore.sealing.DataKeys;
import roster.eventstore.sealing.MasterKeys;
import roster.local.PerJvm;
import roster.local.postgres.Database;
import roster.local.postgres.LocalPostgres;
import roster.local.postgres.Passwords;
import roster.migrate.Login;
import roster.migrate.Migrations;
import roster.migrate.Schema;
import roster.population.Population;
import roster.population.PopulationWriter;
import roster.population.Size;

/** A PostgreSQL of its own with a population, in a folder where a later run finds it again. */
public final class LargeRecord implements AutoCloseable {
    static final String MASTER_KEYS = "b1:"
            + Base64.getEncoder().encodeToString("thirty-two bytes for a benchmark".getBytes(StandardCharsets.US_ASCII));
    private static final long SEED = 14;
    private static final Instant BEGINNING = Instant.parse("2024-11-01T00:00:00Z");
    private static final Passwords PASSWORDS = new Passwords("superuser", "owner", "command", "query", "notification", "keys");

    private final Path folder;
    private final LocalPostgres postgres;
    private final Database database;
    private final Population population;

    private LargeRecord(Path folder, Size size) throws SQLException {
        this.folder = folder;
        population = new Population(size, SEED, BEGINNING);
        postgres = LocalPostgres.start(folder, PerJvm.programs(), 0, PASSWORDS);
        var name = "population_" + size.members() + "_" + size.events();
        database = postgres.database(name);
        new Migrations(Login.owner(database.jdbcUrl(), PASSWORDS.owner()), Schema.EVENT_STORE, Schema.KEY_STORE, Schema.COMMAND,
                Schema.VIEWS, Schema.RECORD_LOG).run();
        var done = folder.resolve(name);
        if (!Files.exists(done)) {
            write();
            mark(done);
        }
    }

    public static LargeRecord in(Path folder, Size size) {
        try {
            return new LargeRecord(folder, size);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write() throws SQLException {
        try (var connection = as("roster_command", PASSWORDS.command()); var owner = as("roster_owner", PASSWORDS.owner())) {
            new PopulationWriter(single(connection), keys()).write(population, owner);
        }
        try (var superuser = superuser(); var statement = superuser.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }

    private static void mark(Path done) {
        try {
            Files.createFile(done);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DataKeys keys() {
        return new DataKeys(MasterKeys.of(MASTER_KEYS), new SimpleMeterRegistry());
    }

    private Connection as(String role, String password) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), role, password);
    }

    /** As command-service. */
    Connection commands() {
        try {
            return as("roster_command", PASSWORDS.command());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public Connection superuser() throws SQLException {
        return postgres.superuser(database.name());
    }

    static DataSource single(Connection connection) {
        return new SingleConnectionDataSource(connection, true);
    }

    public Database database() {
        return database;
    }

    Organization organization() {
        return population.large();
    }

    public UUID organizationId() {
        return population.large().id();
    }

    /** Path of the large organization. */
    public String path() {
        return "/organizations/" + population.large().slug();
    }

    /** The moment after this part of its two years. */
    public Instant after(double part) {
        return BEGINNING.plusSeconds(Math.round(part * 730 * 86_400));
    }

    /** Processor time of PostgreSQL with all backends, in seconds. */
    public double processor() {
        try {
            var pid = Long.parseLong(Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst().strip());
            return ProcessorTime.withChildren(ProcessHandle.of(pid).orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        postgres.close();
    }
}
