package roster.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import roster.local.PerJvm;

@ExtendWith(OutputCaptureExtension.class)
class StartTest {
    @Test
    void without_its_schemas_it_does_not_start_and_says_so_in_one_line(CapturedOutput output) {
        assertThatException().isThrownBy(() -> RunningService.on(PerJvm.postgres().freshDatabase()));

        assertThat(output).containsOnlyOnce("cannot start: the schema event_store lacks the migrations [1, 2")
                .contains("the schema views lacks the migrations [1").doesNotContain("\tat ");
    }
}
