package roster.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import roster.local.PerJvm;
import roster.local.process.PortTaken;

class LocalPostgresTest {
    private static final Passwords PASSWORDS = Passwords.random();
    @TempDir private Path folder;

    @Test
    @Tag("nightly")
    void what_was_committed_outlives_a_kill_and_a_restart() throws SQLException {
        try (var postgres = LocalPostgres.start(folder, PerJvm.programs(), 0, PASSWORDS)) {
            var database = postgres.database("roster");
            execute(database, "create schema kept; create table kept.number (number int); insert into kept.number values (1)");

            postgres.kill();
            assertThatThrownBy(() -> owner(database)).isInstanceOf(SQLException.class);
            postgres.start();
            assertThat(number(postgres.database("roster"))).isEqualTo(1);

            postgres.stop();
            postgres.start();
            assertThat(number(database)).isEqualTo(1);
        }
        try (var postgres = LocalPostgres.start(folder, PerJvm.programs(), 0, PASSWORDS)) {
            assertThat(number(postgres.database("roster"))).isEqualTo(1);
        }
    }

    @Test
    void a_server_that_was_left_behind_is_stopped_first() throws SQLException {
        var orphan = LocalPostgres.start(folder, PerJvm.programs(), 0, PASSWORDS);
        try (var postgres = LocalPostgres.start(folder, PerJvm.programs(), orphan.port(), PASSWORDS)) {
            assertThat(setting(postgres, "port")).isEqualTo(String.valueOf(orphan.port()));
        }
    }

    @Test
    void it_is_durable_and_listens_on_loopback_only() throws SQLException {
        var postgres = PerJvm.postgres();
        assertThat(setting(postgres, "fsync")).isEqualTo("on");
        assertThat(setting(postgres, "synchronous_commit")).isEqualTo("on");
        assertThat(setting(postgres, "full_page_writes")).isEqualTo("on");
        assertThat(setting(postgres, "listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(setting(postgres, "unix_socket_directories")).isEmpty();
    }

    @Test
    void roles_are_those_of_a_server_and_need_their_passwords() throws SQLException {
        var database = PerJvm.postgres().freshDatabase();
        var url = database.jdbcUrl();
        try (var command = DriverManager.getConnection(url, "roster_command", database.passwords().command())) {
            assertThat(value(command, "show idle_in_transaction_session_timeout")).isEqualTo("5s");
            assertThatThrownBy(() -> command.createStatement().execute("create schema mine")).hasMessageContaining("permission denied");
        }
        assertThatThrownBy(() -> DriverManager.getConnection(url, "roster_query", "wrong")).hasMessageContaining("password");
        assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", "wrong")).hasMessageContaining("password");
    }

    @Test
    void a_taken_port_is_named_at_once() throws Exception {
        try (var other = new ServerSocket(0)) {
            assertThatThrownBy(() -> LocalPostgres.start(folder, PerJvm.programs(), other.getLocalPort(), PASSWORDS))
                    .isInstanceOf(PortTaken.class).hasMessageContaining("port " + other.getLocalPort());
        }
    }

    private static String setting(LocalPostgres postgres, String name) throws SQLException {
        try (var superuser = postgres.superuser("postgres")) {
            return value(superuser, "show " + name);
        }
    }

    private static int number(Database database) throws SQLException {
        try (var owner = owner(database)) {
            return Integer.parseInt(value(owner, "select number from kept.number"));
        }
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (var owner = owner(database); var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection owner(Database database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), "roster_owner", database.passwords().owner());
    }

    private static String value(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement(); var result = statement.executeQuery(sql)) {
            assertThat(result.next()).isTrue();
            return result.getString(1);
        }
    }
}
