package roster.command.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.DriverManager;
import java.sql.SQLException;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

import roster.command.Client;
import roster.command.ServiceTest;
import roster.local.PerJvm;
import roster.local.postgres.Passwords;

/** Recorded events cannot be changed: roles lack the permission, and a trigger rejects changes by others. */
@ServiceTest
class AppendOnlyTest {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final Passwords PASSWORDS = PerJvm.postgres().passwords();

    @Autowired private Environment environment;

    @BeforeAll
    static void record(@Autowired Client client) {
        client.register("append-only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"update event_store.event set payload = '{}'", "delete from event_store.event", "truncate event_store.event",
            "update event_store.event set position = 0 where false", "select setval('event_store.event_position', 1)",
            "alter table event_store.event disable trigger all", "drop table event_store.event", "create table event_store.other ()",
            "set session_replication_role = replica"})
    void the_service_may_not(String statement) {
        assertRefused("roster_command", PASSWORDS.command(), statement);
    }

    @ParameterizedTest
    @ValueSource(strings = {"update event_store.event set payload = '{}'", "delete from event_store.event",
            "truncate event_store.event cascade", "update event_store.event set position = 0 where false"})
    void not_even_the_owner_may(String statement) {
        assertThat(assertRefused("roster_owner", PASSWORDS.owner(), statement).getMessage()).contains("append-only");
    }

    @ParameterizedTest
    @CsvSource({"roster_query,insert into event_store.event default values", "roster_query,delete from event_store.event",
            "roster_query,select nextval('event_store.event_position')", "roster_query,select * from command.membership",
            "roster_notification,select * from event_store.event", "roster_notification,select * from command.membership"})
    void others_may_read_at_most(String role, String statement) {
        assertRefused(role, role.equals("roster_query") ? PASSWORDS.query() : PASSWORDS.notification(), statement);
    }

    private SQLException assertRefused(String role, String password, String statement) {
        var refused = assertThatExceptionOfType(SQLException.class).isThrownBy(() -> {
            try (var connection = DriverManager.getConnection(environment.getRequiredProperty("ROSTER_DATABASE_URL"), role, password);
                    var sql = connection.createStatement()) {
                sql.execute(statement);
            }
        }).actual();
        assertThat(refused.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE);
        return refused;
    }
}
