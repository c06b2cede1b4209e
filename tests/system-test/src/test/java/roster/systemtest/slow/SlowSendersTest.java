package roster.systemtest.slow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import roster.local.Effort;
import roster.systemtest.running.OnSharedRoster;
import roster.systemtest.running.Roster;

/** Far more slow bodies than the services have threads. {@link SlowSendersBenchmark} measures what they cost other requests. */
@OnSharedRoster
class SlowSendersTest {
    private static final int CLIENTS = Effort.of(150, 500);
    /** Number of other requests that are answered meanwhile at least, even on a machine that is busy with other things. */
    private static final int OTHERS = Effort.of(3, 50);
    private static final int PAUSE = 20;

    @ParameterizedTest
    @EnumSource
    void other_requests_are_answered_while_bodies_drip_and_the_senders_are_told_that_they_are_late(Target target, Roster roster)
            throws InterruptedException {
        try (var senders = target.slowSenders(roster, CLIENTS)) {
            var others = 0;
            while (senders.answered() < CLIENTS) {
                assertThat(target.answers(roster)).isTrue();
                others++;
                TimeUnit.MILLISECONDS.sleep(PAUSE); // so that tests beside this one have a share of the processors
            }

            assertThat(senders.answers()).containsOnlyKeys("408");
            assertThat(others).as("requests that were answered while the first bodies dripped").isGreaterThanOrEqualTo(OTHERS);
        }
        assertThat(target.answers(roster)).isTrue();
    }
}
