package roster.benchmark.read;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

import roster.benchmark.record.LargeRecord;

/** The references of files and rebuilds: {@code COPY} of the same events. */
final class Copies {
    private static final String TABLE = "event_store.copy_of_benchmark";

    private Copies() {}

    /** @return rows per second of all events of the large organization, with what the view has of them, to a reader that discards them */
    static double outPerSecond(LargeRecord record) throws SQLException, IOException {
        try (var connection = record.superuser();
                var statement = connection.createStatement();
                var live = statement.executeQuery("select max(number) from views.generation where state = 'live'")) {
            live.next();
            long start = System.nanoTime();
            long rows = copies(connection).copyOut("copy (select event.*, stored.payload, stored.metadata, stored.sealed from views_"
                    + live.getInt(1) + ".event join event_store.event stored using (position) where event.organization_id = '"
                    + record.organizationId() + "' order by position) to stdout", OutputStream.nullOutputStream());
            return rows / ((System.nanoTime() - start) / 1e9);
        }
    }

    /** @return seconds that it takes to read all events of the store and to write them to another table */
    static double seconds(LargeRecord record) throws SQLException {
        try (var from = record.superuser(); var to = record.superuser(); var statement = to.createStatement()) {
            statement.execute("drop table if exists " + TABLE);
            statement.execute("create table " + TABLE + " (like event_store.event)");
            long start = System.nanoTime();
            var out = copies(from).copyOut("copy event_store.event to stdout");
            var in = copies(to).copyIn("copy " + TABLE + " from stdin");
            for (var row = out.readFromCopy(); row != null; row = out.readFromCopy()) {
                in.writeToCopy(row, 0, row.length);
            }
            in.endCopy();
            double seconds = (System.nanoTime() - start) / 1e9;
            statement.execute("drop table " + TABLE);
            return seconds;
        }
    }

    private static CopyManager copies(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }
}
