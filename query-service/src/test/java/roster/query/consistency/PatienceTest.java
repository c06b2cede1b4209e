package roster.query.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatienceTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"wait=5|5", "respond-async, wait=5|5", "Wait = \"5\"; x=y, wait=9|5", "wait=0|0", "wait=3600|30",
            "wait=soon|2", "wait=-1|2", "wait|2", "return=minimal|2", "wait=99999999999|2"})
    void a_caller_is_as_patient_as_prefer_says_or_two_seconds(String prefer, long seconds) {
        assertThat(WaitPreference.of(Stream.of(prefer))).hasSeconds(seconds);
    }
}
