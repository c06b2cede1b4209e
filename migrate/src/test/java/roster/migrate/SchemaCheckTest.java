package roster.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import roster.local.PerJvm;
import roster.local.postgres.Database;

class SchemaCheckTest {
    private final Database database = PerJvm.postgres().freshDatabase("notification",
            fresh -> new Migrations(Login.owner(fresh.jdbcUrl(), fresh.passwords().owner()), Schema.NOTIFICATION).run());
    private final Login service = new Login(database.jdbcUrl(), "roster_notification", database.passwords().notification());

    @Test
    void a_migrated_schema_is_accepted() {
        assertThatCode(() -> check(Schema.NOTIFICATION)).doesNotThrowAnyException();
    }

    @Test
    void a_schema_that_lacks_a_migration_is_named_with_it() throws SQLException {
        change("delete from notification.flyway_schema_history where version = '7'");

        assertThatThrownBy(() -> check(Schema.NOTIFICATION)).isInstanceOf(UnusableDatabase.class)
                .hasMessage("the schema notification lacks the migrations [7]: run migrate first");
    }

    @Test
    void a_migration_that_failed_is_missing() throws SQLException {
        change("update notification.flyway_schema_history set success = false where version = '8'");

        assertThatThrownBy(() -> check(Schema.NOTIFICATION)).hasMessageContaining("lacks the migrations [8]");
    }

    @Test
    void a_schema_that_the_role_may_not_read_counts_as_not_migrated() throws SQLException {
        change("revoke select on notification.flyway_schema_history from roster_notification");

        assertThatThrownBy(() -> check(Schema.NOTIFICATION)).hasMessageContaining("lacks the migrations [1, 2");
    }

    @Test
    void a_schema_of_a_time_without_such_checks_is_migrated_again() throws SQLException {
        var migrations = new Migrations(Login.owner(database.jdbcUrl(), database.passwords().owner()), Schema.NOTIFICATION);
        assertThat(migrations.areApplied()).isTrue();
        change("revoke select on notification.flyway_schema_history from roster_notification");
        assertThat(migrations.areApplied()).isFalse();

        migrations.run();

        assertThat(migrations.areApplied()).isTrue();
        assertThatCode(() -> check(Schema.NOTIFICATION)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource
    void no_two_migrations_have_the_same_version(Schema schema) throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/db").resolve(schema.sqlName()))) {
            var versions = files.map(file -> String.valueOf(file.getFileName())).filter(name -> name.startsWith("V"))
                    .map(name -> name.substring(1, name.indexOf("__"))).toList();

            assertThat(versions).isNotEmpty().doesNotHaveDuplicates();
        }
    }

    @Test
    void a_newer_schema_is_accepted() throws SQLException {
        change("insert into notification.flyway_schema_history"
                + " select 1000, '1000', 'newer', 'SQL', 'V1000__newer.sql', 0, 'owner', now(), 1, true");

        assertThatCode(() -> check(Schema.NOTIFICATION)).doesNotThrowAnyException();
    }

    @Test
    void every_schema_that_is_missing_is_named() {
        assertThatThrownBy(() -> check(Schema.KEY_STORE, Schema.VIEWS)).hasMessageContaining("the schema key_store lacks the migrations [1")
                .hasMessageContaining("the schema views lacks the migrations [1");
    }

    private void check(Schema... schemas) {
        new SchemaCheck(service, List.of(schemas)).await();
    }

    private void change(String sql) throws SQLException {
        try (var superuser = PerJvm.postgres().superuser(database.name()); var statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}
