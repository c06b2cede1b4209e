package roster.systemtest.running;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reads the tables of Roster. */
public final class Tables {
    private static final String OF_ROSTER = "schemaname in ('event_store', 'key_store', 'command', 'notification') or schemaname like 'views%'";

    private Tables() {}

    /** All rows of all tables. */
    public static String text(Roster roster) throws SQLException {
        return text(roster, OF_ROSTER);
    }

    /** All rows of all tables that the role of the connection may read. */
    public static String text(Connection database) throws SQLException {
        return text(database, OF_ROSTER);
    }

    /** All rows of the live views, in order. */
    public static String liveViews(Roster roster) throws SQLException {
        return text(roster, """
                schemaname = 'views_' || (select max(number) from views.generation where state = 'live')""")
                .replaceAll("views_\\d+", "views");
    }

    private static String text(Roster roster, String where) throws SQLException {
        try (var database = roster.database()) {
            return text(database, where);
        }
    }

    private static String text(Connection database, String where) throws SQLException {
        var text = new StringBuilder();
        try (var statement = database.createStatement()) {
            for (var table : strings(statement,
                    "select format('%I.%I', schemaname, tablename) from pg_tables where " + where + " order by 1")) {
                text.append(table).append('\n');
                strings(statement, "select it::text from " + table + " it order by 1").forEach(row -> text.append(row).append('\n'));
            }
        }
        return text.toString();
    }

    private static List<String> strings(Statement statement, String sql) throws SQLException {
        var strings = new ArrayList<String>();
        try (var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
        }
        return strings;
    }
}
