package roster.migrate;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Migrates the schemas of a database. The role needs to own them, and must be allowed to create them; it need not be a superuser. */
public final class Migrations {
    private static final int CONNECT_RETRIES = 60;

    private final Login owner;
    private final List<Schema> schemas;

    public Migrations(Login owner, Schema... schemas) {
        this.owner = owner;
        this.schemas = List.of(schemas);
    }

    /** Migrations of all schemas. */
    public static Migrations all(Login owner) {
        return new Migrations(owner, Schema.values());
    }

    /** Checks quickly whether the database has all migrations. */
    public boolean areApplied() {
        try (var connection = owner.open()) {
            for (var schema : schemas) {
                if (!MigrationVersions.applied(connection, schema).containsAll(MigrationVersions.known(schema))
                        || !MigrationVersions.areReadByServices(connection, schema)) {
                    return false;
                }
            }
            return true;
        } catch (SQLException e) {
            throw new UnusableDatabase("the database cannot be read: " + e.getMessage(), e);
        }
    }

    /** Applies the missing migrations. Waits for the database, and for another process that is migrating it. */
    public void run() {
        try {
            schemas.forEach(schema -> flyway(schema).migrate());
        } catch (FlywayException e) {
            throw new UnusableDatabase("the database cannot be migrated: " + e.getMessage(), e);
        }
    }

    private Flyway flyway(Schema schema) {
        return Flyway.configure().dataSource(owner.url(), owner.role(), owner.password())
                // Details of errors can quote rows.
                .jdbcProperties(Map.of("logServerErrorDetail", "false", "ApplicationName", "migrate"))
                .connectRetries(CONNECT_RETRIES).connectRetriesInterval(1)
                .schemas(schema.sqlName()).createSchemas(true).locations("classpath:db/" + schema.sqlName())
                .load();
    }
}
