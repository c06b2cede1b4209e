package roster.command.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

import roster.local.PerJvm;
import roster.local.postgres.Database;

class AnswersAboutTest {
    private static final UUID GRACE = UUID.randomUUID();
    private static final UUID ADA = UUID.randomUUID();

    private final Database database = PerJvm.postgres().freshDatabase();
    private final JdbcClient jdbc = JdbcClient
            .create(new DriverManagerDataSource(database.jdbcUrl(), "roster_command", database.passwords().command()));

    private void migrate(MigrationVersion version) {
        Flyway.configure().dataSource(database.jdbcUrl(), "roster_owner", database.passwords().owner())
                .schemas("command").createSchemas(true).locations("classpath:db/command").target(version).load().migrate();
    }

    private void store(String key, @Nullable String body) {
        jdbc.sql(
                """
                insert into command.idempotency (caller, key, request_hash, status, headers, body) values ('ada', ?, 'hash', 200, '{}', ?)""")
                .param(key).param(body == null ? null : body.formatted(GRACE, ADA)).update();
    }

    private String stored(String key) {
        return jdbc.sql("""
                select coalesce(request_hash, 'no hash') || ' ' || coalesce(body, 'no body') from command.idempotency where key = ?""")
                .param(key).query(String.class).single();
    }

    @Test
    void an_answer_that_was_stored_before_there_was_such_a_column_is_blanked_too() {
        migrate(MigrationVersion.fromVersion("7"));
        store("invited", """
                {"memberId":"%s","name":"Grace","email":"g@x.example","invitation":{"invitedBy":{"memberId":"%s","name":"Ada"}}}""");
        store("token", "{\"tokenId\":\"1\",\"ownerId\":\"%s\",\"name\":\"of Grace\"}");
        store("organization's token", "{\"tokenId\":\"2\",\"ownerId\":null,\"name\":\"deployment\"}");
        store("registered", "{\"slug\":\"acme\",\"name\":\"Acme\",\"memberId\":\"%s\"}");
        store("of someone else", "{\"memberId\":\"%2$s\",\"name\":\"Ada\"}");
        store("without a body", null);
        migrate(MigrationVersion.fromVersion("8"));

        new IdempotentAnswers(jdbc, JsonMapper.shared()).blank(GRACE);

        assertThat(stored("invited")).isEqualTo("no hash " + """
                {"memberId":"%s","name":null,"email":null,"invitation":{"invitedBy":{"memberId":"%s","name":"Ada"}}}"""
                .formatted(GRACE, ADA));
        assertThat(stored("token")).isEqualTo("no hash {\"tokenId\":\"1\",\"ownerId\":\"" + GRACE + "\",\"name\":null}");
        assertThat(stored("organization's token")).startsWith("hash ");
        assertThat(stored("registered")).isEqualTo("no hash {\"slug\":\"acme\",\"name\":\"Acme\",\"memberId\":\"" + GRACE + "\"}");
        assertThat(stored("of someone else")).isEqualTo("hash {\"memberId\":\"" + ADA + "\",\"name\":\"Ada\"}");
        assertThat(stored("without a body")).isEqualTo("hash no body");
    }

    @Test
    void an_inviter_is_found_in_the_answers_to_their_invitations() {
        migrate(MigrationVersion.fromVersion("8"));
        store("invited", "{\"memberId\":\"%s\",\"name\":\"Grace\",\"invitation\":{\"invitedBy\":{\"memberId\":\"%s\",\"name\":\"Ada\"}}}");

        new IdempotentAnswers(jdbc, JsonMapper.shared()).blank(ADA);

        assertThat(stored("invited")).contains("\"name\":\"Grace\"").doesNotContain("\"name\":\"Ada\"");
    }
}
