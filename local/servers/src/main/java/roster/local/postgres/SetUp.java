package roster.local.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/** Runs the scripts of {@code deploy/postgres}, which set up a server in production. */
final class SetUp {
    private SetUp() {}

    static void createRolesIfAbsent(Connection superuser, Passwords passwords) throws SQLException {
        if (exist(superuser)) {
            return;
        }
        superuser.setAutoCommit(false);
        try (var statement = superuser.createStatement()) {
            var script = script("roles.sql");
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

    static String script(String file) {
        try (var script = Objects.requireNonNull(SetUp.class.getResourceAsStream(file))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
