package roster.query.population;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import roster.contract.event.Organization;
import roster.contract.stored.RecordedEvent;
import roster.eventstore.EventReader;
import roster.eventstore.sealing.DataKeys;
import roster.eventstore.sealing.MasterKeys;
import roster.local.postgres.Database;
import roster.population.Population;
import roster.population.PopulationWriter;
import roster.population.Size;
import roster.query.Recorder;

/**
 * A population in a database.
 *
 * @param events all of its events, read again from the store, where data of erased members is unreadable
 */
public record Populated(Database database, Population population, List<RecordedEvent> events) {
    private static final Duration AGO = Duration.ofDays(731);

    public static Populated write(Database database, Size size, long seed) throws SQLException {
        var population = new Population(size, seed, Instant.now().minus(AGO));
        long start = System.nanoTime();
        try (var connections = connections(database); var owner = owner(database)) {
            new PopulationWriter(connections, keys()).write(population, owner);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "population of seed %d: %d events in %.1f s, %.0f/s%n", seed, size.all(), seconds,
                size.all() / seconds);
        return new Populated(database, population, read(database, population));
    }

    private static HikariDataSource connections(Database database) {
        var connections = new HikariDataSource();
        connections.setJdbcUrl(database.jdbcUrl());
        connections.setUsername("roster_command");
        connections.setPassword(database.passwords().command());
        connections.setMaximumPoolSize(1);
        return connections;
    }

    private static Connection owner(Database database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), "roster_owner", database.passwords().owner());
    }

    private static DataKeys keys() {
        return new DataKeys(MasterKeys.of(Recorder.MASTER_KEYS), new SimpleMeterRegistry());
    }

    private static List<RecordedEvent> read(Database database, Population population) throws SQLException {
        var organizations = population.organizations().stream().map(Organization::id).collect(Collectors.toSet());
        try (var connection = connection(database)) {
            connection.setAutoCommit(false);
            try (var all = new EventReader(JdbcClient.create(new SingleConnectionDataSource(connection, true)), keys())
                    .stream(Long.MAX_VALUE)) {
                return all.filter(it -> organizations.contains(it.organizationId())).toList();
            }
        }
    }

    static Connection connection(Database database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), "roster_query", database.passwords().query());
    }

    public List<RecordedEvent> of(UUID organization) {
        return events.stream().filter(it -> it.organizationId().equals(organization)).toList();
    }

    public long lastPosition() {
        return events.getLast().position();
    }
}
