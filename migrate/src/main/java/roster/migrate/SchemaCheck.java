package roster.migrate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares the schemas of a database with the migrations that this version of Roster has. */
final class SchemaCheck {
    private static final Logger log = LoggerFactory.getLogger(SchemaCheck.class);
    private static final int PAUSE_SECONDS = 1;

    private final Login login;
    private final List<Schema> schemas;

    SchemaCheck(Login login, List<Schema> schemas) {
        this.login = login;
        this.schemas = schemas;
    }

    /**
     * Waits until the database is available. Accepts a newer schema: while an installation is upgraded, instances of the old version may restart.
     *
     * @throws UnusableDatabase when a migration is missing
     */
    void await() {
        while (!isCompared()) {
            try {
                TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped before the database was available", e);
            }
        }
    }

    private boolean isCompared() {
        try (var connection = login.open()) {
            compare(connection);
            return true;
        } catch (SQLException e) {
            log.warn("The database is not available: {} Retrying in {} s", e.getMessage(), PAUSE_SECONDS);
            return false;
        }
    }

    private void compare(Connection connection) throws SQLException {
        var lacking = new ArrayList<String>();
        for (var schema : schemas) {
            var known = MigrationVersions.known(schema);
            var applied = MigrationVersions.applied(connection, schema);
            var missing = without(known, applied);
            var newer = without(applied, known);
            if (!missing.isEmpty()) {
                lacking.add("the schema " + schema.sqlName() + " lacks the migrations " + missing);
            }
            if (!newer.isEmpty()) {
                log.warn("The schema {} is of a newer version of Roster: it has the migrations {}", schema.sqlName(), newer);
            }
        }
        if (!lacking.isEmpty()) {
            throw new UnusableDatabase(String.join(", ", lacking) + ": run migrate first");
        }
    }

    static NavigableSet<Integer> without(NavigableSet<Integer> versions, NavigableSet<Integer> others) {
        var rest = new TreeSet<>(versions);
        rest.removeAll(others);
        return rest;
    }
}
