package roster.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.NestedExceptionUtils;

import roster.local.PerJvm;

@ExtendWith(OutputCaptureExtension.class)
class StartTest {
    @ParameterizedTest
    @CsvSource({
            "ROSTER_OPERATOR_TOKEN, s3cret, ROSTER_OPERATOR_TOKEN is shorter than 32 bytes",
            "ROSTER_OPERATOR_TOKEN, change-me-change-me-change-me-change-me, ROSTER_OPERATOR_TOKEN is a placeholder",
            "ROSTER_OPERATOR_TOKEN, letmein12letmein12letmein12letmein12, ROSTER_OPERATOR_TOKEN is not random",
            "ROSTER_MASTER_KEYS, k1:c2hvcnQgc2VjcmV0, ROSTER_MASTER_KEYS: the key 'k1' is shorter than 32 bytes",
            "ROSTER_MASTER_KEYS, k1:H5s0Vq1mXw9Zr3nB7kT2yLcJ8pGdEaUf4oIiRtM6hNsA, ROSTER_MASTER_KEYS: the key 'k1' is longer than 32 bytes",
            "ROSTER_MASTER_KEYS, k1:no base64, ROSTER_MASTER_KEYS must be",
            "ROSTER_INVITATION_KEYS, k1:c2hvcnQgc2VjcmV0, ROSTER_INVITATION_KEYS: the key 'k1' is shorter than 32 bytes",
            "ROSTER_INVITATION_KEYS, k1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=, ROSTER_INVITATION_KEYS: the key 'k1' is not random",
            "ROSTER_INVITATION_KEYS, k1:no base64, ROSTER_INVITATION_KEYS must be"})
    void a_secret_that_could_be_guessed_stops_it_and_is_not_told(String setting, String value, String complaint, CapturedOutput output) {
        assertThatException().isThrownBy(() -> RunningService.with(setting, value))
                .satisfies(it -> assertThat(NestedExceptionUtils.getMostSpecificCause(it).getMessage()).startsWith(complaint));

        assertThat(output).contains(complaint).doesNotContain(value.substring(value.indexOf(':') + 1));
    }

    @Test
    void without_its_schemas_it_does_not_start_and_says_so_in_one_line(CapturedOutput output) {
        var empty = PerJvm.postgres().freshDatabase();

        assertThatException().isThrownBy(() -> RunningService.with("ROSTER_DATABASE_URL", empty.jdbcUrl()));

        assertThat(output).containsOnlyOnce("cannot start: the schema event_store lacks the migrations [1, 2")
                .contains("the schema command lacks the migrations [1, 2").doesNotContain("\tat ");
    }
}
