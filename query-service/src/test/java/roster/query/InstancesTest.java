package roster.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;

import roster.local.postgres.Database;

class InstancesTest {
    private final Database database = FreshDatabase.create();

    @Test
    void instances_take_turns_and_count_nothing_twice() {
        try (var recorder = new Recorder(database);
                var one = RunningService.on(database);
                var other = RunningService.on(database);
                var journal = new Journal(recorder, 42)) {
            journal.keepWriting();
            await().until(() -> batches(one) > 5 && batches(other) > 5);
            var token = "" + recorder.lastPosition();
            assertThat(one.client().get("/roles", "Consistency-Token", token).status()).isEqualTo(200);
            assertThat(other.client().get("/roles", "Consistency-Token", token).status()).isEqualTo(200);
            one.stop();
            journal.stop();
            assertThat(other.client().get("/roles", "Consistency-Token", "" + recorder.lastPosition()).status()).isEqualTo(200);

            var expected = new IndependentViews(recorder.all());
            for (var table : Rows.TABLES) {
                assertThat(Rows.in(database, 1, table)).as(table).isEqualTo(expected.rows(table));
            }
        }
    }

    private static long batches(RunningService service) {
        var batches = service.context().getBean(MeterRegistry.class).find("roster.projection.batch").summary();
        return batches == null ? 0 : batches.count();
    }
}
