package roster.command.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.awaitility.Awaitility.await;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import roster.command.FreshDatabase;
import roster.command.RunningService;
import roster.http.start.CannotStart;
import roster.local.postgres.Database;

@ExtendWith(OutputCaptureExtension.class)
class LostKeysTest {
    private final Database database = FreshDatabase.create();
    private final JdbcClient keys = JdbcClient.create(
            new DriverManagerDataSource(database.jdbcUrl(), "roster_keys", database.passwords().keys()));

    @Test
    void some_are_reported_and_what_they_would_seal_is_refused_and_with_all_of_them_the_service_does_not_start(CapturedOutput output) {
        try (var service = start()) {
            var team = service.teams().founded("lost-keys");
            var grace = team.join("grace@navy.example", "developer");
            keys.sql("delete from key_store.data_key where member_id = ?").param(grace).update();

            service.part(MissingKeys.class).count();

            assertThat(MasterKeysAtStartTest.gauge(service, "roster.personal.keys.missing")).isEqualTo(1);
            assertThat(output).contains("ERROR", "the data keys of 1 members are lost");
        }
        try (var service = start()) {
            await().until(() -> MasterKeysAtStartTest.gauge(service, "roster.personal.keys.missing") == 1);
        }
        keys.sql("delete from key_store.data_key").update();
        keys.sql("delete from key_store.master_key").update();

        assertThatException().isThrownBy(() -> start().close())
                .satisfies(it -> assertThat(NestedExceptionUtils.getMostSpecificCause(it)).isInstanceOf(CannotStart.class)
                        .hasMessageContaining("the keys of all members are lost").hasMessageContaining("docs/privacy.md"));

        assertThat(keys.sql("select count(*) from key_store.master_key").query(Long.class).single())
                .as("nothing is in the way of a backup").isZero();
    }

    @Test
    void a_command_that_a_lost_key_would_have_to_seal_is_refused(CapturedOutput output) {
        try (var service = start()) {
            var team = service.teams().founded("lost-key");
            var grace = team.join("grace@navy.example", "developer");
            keys.sql("delete from key_store.data_key where member_id = ?").param(grace).update();
            try (var another = start()) {
                var refused = another.client().send("DELETE", team.path(grace) + "?reason=leaves", (String) null);

                assertThat(refused.status()).isEqualTo(503);
                assertThat(refused.code()).isEqualTo("unavailable");
                assertThat(team.history(grace)).containsExactly("member.invited", "member.invitation_accepted");
                assertThat(another.client().invite("lost-key", "someone@navy.example", "developer").status()).isEqualTo(201);
            }
            assertThat(output).contains("a command was rejected: the key of member " + grace + " is lost");
        }
    }

    private RunningService start() {
        return RunningService.with(Map.of("ROSTER_DATABASE_URL", database.jdbcUrl()));
    }
}
