package roster.local.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/** Creates the roles of {@code deploy/postgres/roles.sql}, as in production. */
final class Roles {
    private Roles() {}

    static void createIfAbsent(Connection superuser, Passwords passwords) throws SQLException {
        if (exist(superuser)) {
            return;
        }
        superuser.setAutoCommit(false);
        try (var statement = superuser.createStatement()) {
            var script = script();
            for (var variable : passwords.variables().entrySet()) {
                script = script.replace(":'" + variable.getKey() + "'", statement.enquoteLiteral(variable.getValue()));
            }
            statement.execute(script);
        }
        superuser.commit();
        superuser.setAutoCommit(true);
    }

    private static boolean exist(Connection superuser) throws SQLException {
        try (var statement = superuser.createStatement();
                var found = statement.executeQuery("select from pg_roles where rolname = 'roster_owner'")) {
            return found.next();
        }
    }

    private static String script() {
        try (var script = Objects.requireNonNull(Roles.class.getResourceAsStream("roles.sql"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
