package roster.eventstore.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import roster.eventstore.sealing.Unreadable.Cause;

@ExtendWith(OutputCaptureExtension.class)
class UnreadableTest {
    @Test
    void a_thousand_fields_of_a_lost_key_are_counted_and_do_not_fill_the_log(CapturedOutput log) {
        var meters = new SimpleMeterRegistry();
        var unreadable = new Unreadable(meters);

        for (int i = 1; i <= 1_000; i++) {
            assertThat(unreadable.report(Cause.LOST, i, "/name")).isNull();
        }

        assertThat(meters.get("roster.personal.unreadable").tag("cause", "lost").counter().count()).isEqualTo(1_000);
        assertThat(log.toString().lines().filter(it -> it.contains("ERROR"))).hasSize(101)
                .first().asString().contains("/name of the event at position 1 cannot be read: its key is lost");
        assertThat(log).contains("more than 100 fields cannot be read: the others of this minute are only counted");
    }
}
