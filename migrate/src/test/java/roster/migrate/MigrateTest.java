package roster.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import roster.local.PerJvm;
import roster.local.postgres.Passwords;

/** A database that a role without special rights has created, as on a server that others operate. */
class MigrateTest {
    private static final Path SCRIPTS = Path.of("../deploy/postgres");
    private static final String NAME = "administered_" + ProcessHandle.current().pid();
    private static final String PASSWORD = "administrator";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final Passwords PASSWORDS = PerJvm.postgres().passwords();
    private static final String URL = PerJvm.postgres().jdbcUrl(NAME);
    private static final Map<String, String> ENVIRONMENT = Map.of("ROSTER_DATABASE_URL", URL, "ROSTER_OWNER_PASSWORD", PASSWORDS.owner());

    @BeforeAll
    static void migrate() throws SQLException, IOException {
        try (var superuser = PerJvm.postgres().superuser("postgres")) {
            execute(superuser, "create role " + NAME + " login nosuperuser createdb createrole password '" + PASSWORD + "'");
        }
        try (var administrator = administrator("postgres")) {
            execute(administrator, "create database " + NAME);
        }
        try (var administrator = administrator(NAME)) {
            execute(administrator, Files.readString(SCRIPTS.resolve("database.sql")).replace(":\"database\"", NAME));
        }
        assertThat(Migrate.run(ENVIRONMENT, System.err)).isZero();
    }

    @AfterAll
    static void drop() throws SQLException {
        try (var superuser = PerJvm.postgres().superuser("postgres")) {
            execute(superuser, "drop database " + NAME + " with (force)");
            execute(superuser, "drop role " + NAME);
        }
    }

    @Test
    void an_owner_who_is_no_superuser_migrates_an_empty_database_and_has_nothing_left_to_do() throws SQLException {
        assertThat(Migrations.all(Login.owner(URL, PASSWORDS.owner())).areApplied()).isTrue();
        assertThat(Migrate.run(ENVIRONMENT, System.err)).isZero();
        try (var superuser = PerJvm.postgres().superuser(NAME);
                var statement = superuser.createStatement();
                var owner = statement
                        .executeQuery("select rolsuper or rolcreatedb or rolcreaterole from pg_roles where rolname = 'roster_owner'")) {
            assertThat(owner.next()).isTrue();
            assertThat(owner.getBoolean(1)).isFalse();
        }
    }

    @Test
    void the_roles_need_no_superuser_either() throws SQLException, IOException {
        var script = Files.readString(SCRIPTS.resolve("roles.sql")).replace("roster_", NAME + "_").replaceAll(":'\\w+'", "'secret'");
        try (var administrator = administrator(NAME)) {
            administrator.setAutoCommit(false);
            execute(administrator, script);
            administrator.rollback();
        }
    }

    @ParameterizedTest
    @CsvSource({"roster_command, event_store.event", "roster_command, key_store.data_key", "roster_command, command.membership",
            "roster_command, views.generation", "roster_command, notification.letter", "roster_query, event_store.event",
            "roster_query, key_store.data_key", "roster_query, command.membership", "roster_query, views.generation",
            "roster_query, notification.letter", "roster_notification, event_store.event", "roster_notification, command.membership",
            "roster_notification, views.generation", "roster_notification, notification.letter"})
    void a_service_cannot_change_a_schema(String role, String table) throws SQLException {
        var schema = table.substring(0, table.indexOf('.'));
        try (var service = as(role)) {
            refuses(service, "create table " + schema + ".another ()");
            refuses(service, "alter table " + table + " add column another int");
            refuses(service, "drop table " + table);
            refuses(service, "truncate " + schema + ".flyway_schema_history");
            refuses(service, "drop schema " + schema + " cascade");
        }
    }

    @ParameterizedTest
    @CsvSource({"roster_command", "roster_notification"})
    void a_service_cannot_create_a_schema(String role) throws SQLException {
        try (var service = as(role)) {
            refuses(service, "create schema another");
        }
    }

    @Test
    void the_password_of_the_owner_may_be_in_a_file(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("password"), PASSWORDS.owner() + "\n");
        assertThat(Migrate.run(Map.of("ROSTER_DATABASE_URL", URL, "ROSTER_OWNER_PASSWORD_FILE", file.toString()), System.err)).isZero();
    }

    @Test
    void a_file_without_the_password_is_named(@TempDir Path folder) {
        var errors = new ByteArrayOutputStream();
        var missing = folder.resolve("missing").toString();
        assertThat(Migrate.run(Map.of("ROSTER_DATABASE_URL", URL, "ROSTER_OWNER_PASSWORD_FILE", missing),
                new PrintStream(errors, true, StandardCharsets.UTF_8))).isEqualTo(2);
        assertThat(errors.toString(StandardCharsets.UTF_8)).startsWith("migrate: ROSTER_OWNER_PASSWORD_FILE: the file " + missing);
    }

    @Test
    void without_the_password_of_the_owner_it_says_so() {
        var errors = new ByteArrayOutputStream();
        assertThat(Migrate.run(Map.of("ROSTER_DATABASE_URL", URL), new PrintStream(errors, true, StandardCharsets.UTF_8))).isEqualTo(2);
        assertThat(errors.toString(StandardCharsets.UTF_8)).isEqualTo("migrate: ROSTER_OWNER_PASSWORD is not set\n");
    }

    private static void refuses(Connection service, String statement) {
        assertThatThrownBy(() -> execute(service, statement)).as(statement).isInstanceOfSatisfying(SQLException.class,
                refused -> assertThat(refused.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection administrator(String database) throws SQLException {
        return DriverManager.getConnection(PerJvm.postgres().jdbcUrl(database), NAME, PASSWORD);
    }

    private static Connection as(String role) throws SQLException {
        return DriverManager.getConnection(URL, role, switch (role) {
            case "roster_command" -> PASSWORDS.command();
            case "roster_query" -> PASSWORDS.query();
            default -> PASSWORDS.notification();
        });
    }
}
