package roster.systemtest.record;

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
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

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

/**
 * A PostgreSQL of its own with a population: of {@code roster.benchmark.members} members and {@code roster.benchmark.events} events, in the
 * folder {@code roster.benchmark.data}, where a later run finds it again.
 */
final class LargeRecord implements AutoCloseable {
    static final String MASTER_KEYS = "b1:"
            + Base64.getEncoder().encodeToString("thirty-two bytes for a benchmark".getBytes(StandardCharsets.US_ASCII));
    private static final Size SIZE = new Size(Integer.getInteger("roster.benchmark.members", 100_000),
            Integer.getInteger("roster.benchmark.events", 1_000_000), 20);
    private static final long SEED = Long.getLong("roster.seed", 14);
    private static final Instant BEGINNING = Instant.parse("2024-11-01T00:00:00Z");
    private static final Passwords PASSWORDS = new Passwords("superuser", "owner", "command", "query", "notification", "keys");

    private final LocalPostgres postgres;
    private final Database database;
    private final Population population = new Population(SIZE, SEED, BEGINNING);

    private LargeRecord(Path folder) throws SQLException {
        postgres = LocalPostgres.start(folder, PerJvm.programs(), 0, PASSWORDS);
        database = postgres.database("population");
        new Migrations(Login.owner(database.jdbcUrl(), PASSWORDS.owner()), Schema.EVENT_STORE, Schema.KEY_STORE, Schema.COMMAND,
                Schema.VIEWS).run();
        var done = folder.resolve("population-" + SIZE.members() + "-" + SIZE.events() + "-" + SEED);
        if (!Files.exists(done)) {
            write();
            mark(done);
        }
    }

    static LargeRecord in(Path temporary) throws SQLException {
        return new LargeRecord(Path.of(System.getProperty("roster.benchmark.data", temporary.toString())));
    }

    private void write() throws SQLException {
        long start = System.nanoTime();
        try (var connection = as("roster_command", PASSWORDS.command()); var owner = as("roster_owner", PASSWORDS.owner())) {
            new PopulationWriter(single(connection), keys()).write(population, owner);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "BENCHMARK %d members and %d events written in %.0f s, %.0f events/s%n", SIZE.members(), SIZE.all(),
                seconds, SIZE.all() / seconds);
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
    Connection commands() throws SQLException {
        return as("roster_command", PASSWORDS.command());
    }

    Connection superuser() throws SQLException {
        return postgres.superuser(database.name());
    }

    static DataSource single(Connection connection) {
        return new SingleConnectionDataSource(connection, true);
    }

    Database database() {
        return database;
    }

    Organization organization() {
        return population.large();
    }

    UUID organizationId() {
        return population.large().id();
    }

    String path() {
        return "/organizations/" + population.large().slug();
    }

    /** The moment after this part of its two years. */
    Instant after(double part) {
        return BEGINNING.plusSeconds(Math.round(part * 730 * 86_400));
    }

    @Override
    public void close() {
        postgres.close();
    }
}
