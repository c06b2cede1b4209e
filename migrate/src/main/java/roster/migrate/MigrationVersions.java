package roster.migrate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Versions of the migrations of a schema: those in this module's jar, and those in a database. */
final class MigrationVersions {
    private static final Pattern FILE = Pattern.compile("V(\\d+)__\\w+\\.sql");
    /** No such table, no such schema, no permission: nothing has been migrated since services check their schemas. */
    private static final Set<String> NOT_MIGRATED = Set.of("42P01", "3F000", "42501");

    private MigrationVersions() {}

    static NavigableSet<Integer> known(Schema schema) {
        try {
            var source = Path
                    .of(Objects.requireNonNull(MigrationVersions.class.getProtectionDomain().getCodeSource()).getLocation().toURI());
            if (Files.isDirectory(source)) {
                return in(source.resolve("db"), schema);
            }
            try (var jar = FileSystems.newFileSystem(source)) {
                return in(jar.getPath("db"), schema);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static NavigableSet<Integer> in(Path folder, Schema schema) throws IOException {
        try (var files = Files.list(folder.resolve(schema.sqlName()))) {
            return files.map(file -> FILE.matcher(String.valueOf(file.getFileName()))).filter(name -> name.matches())
                    .map(name -> Integer.valueOf(name.group(1))).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    static NavigableSet<Integer> applied(Connection connection, Schema schema) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select version::integer from " + schema.sqlName()
                        + ".flyway_schema_history where success and version is not null")) {
            var versions = new TreeSet<Integer>();
            while (rows.next()) {
                versions.add(rows.getInt(1));
            }
            return versions;
        } catch (SQLException e) {
            if (NOT_MIGRATED.contains(e.getSQLState())) {
                return new TreeSet<>();
            }
            throw e;
        }
    }

    /** True when other roles than the owner may read the versions. */
    static boolean areReadByServices(Connection connection, Schema schema) throws SQLException {
        try (var statement = connection.prepareStatement("""
                select exists (select from information_schema.table_privileges
                                where table_schema = ? and table_name = 'flyway_schema_history' and grantee <> current_user)""")) {
            statement.setString(1, schema.sqlName());
            try (var found = statement.executeQuery()) {
                return found.next() && found.getBoolean(1);
            }
        }
    }
}
