package roster.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import roster.local.PerJvm;
import roster.local.postgres.Database;

/** The accounts of members move to a table of their own, while the previous version of command-service still writes them to the membership. */
class AccountsMigrationTest {
    private static final String MEMBER = """
            insert into command.membership (member_id, organization_id, name, email, role, status, identity_provider, identity_subject)
            values ('01980a5c-0000-7000-8000-00000000000%s', '01980a5c-0000-7000-8000-0000000000ac', '', '', 'admin', '%s', %s)""";
    private static final String ACCOUNTS = "select right(member_id::text, 1) || ' ' || provider || ' ' || subject from access.account order by 1";

    private final Database database = PerJvm.postgres().freshDatabase();
    private final Login owner = Login.owner(database.jdbcUrl(), database.passwords().owner());

    @Test
    void members_keep_their_accounts_and_those_of_the_previous_version_get_theirs() throws SQLException {
        new Migrations(owner, Schema.KEY_STORE, Schema.EVENT_STORE).run();
        Flyway.configure().dataSource(owner.url(), owner.role(), owner.password()).schemas("command").createSchemas(true)
                .locations("classpath:db/command").target("12").load().migrate();
        try (var connection = owner.open()) {
            execute(connection, MEMBER.formatted("1", "active", "'github', '1906'"));
            execute(connection, MEMBER.formatted("2", "suspended", "'google', '1815'"));
            execute(connection, MEMBER.formatted("3", "active", "null, null"));
            execute(connection, MEMBER.formatted("4", "invited", "null, null"));

            new Migrations(owner, Schema.COMMAND).run();

            assertThat(accounts(connection)).containsExactly("1 github 1906", "2 google 1815");
            execute(connection, """
                    update command.membership set status = 'active', identity_provider = 'github', identity_subject = '1936'
                     where right(member_id::text, 1) = '4'""");
            assertThat(accounts(connection)).containsExactly("1 github 1906", "2 google 1815", "4 github 1936");
            execute(connection, "delete from command.membership where right(member_id::text, 1) = '2'");
            assertThat(accounts(connection)).containsExactly("1 github 1906", "4 github 1936");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> accounts(Connection connection) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(ACCOUNTS)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
