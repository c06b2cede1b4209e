package roster.query.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import roster.local.Effort;
import roster.population.Size;
import roster.query.FreshDatabase;
import roster.query.RunningService;

/** As {@link PopulationTest}, with a large organization. Needs 4 GB of heap. */
@Tag("nightly")
class LargePopulationTest {
    private static final int MEMBERS = Integer.getInteger("roster.population.members", 200_000);
    private static final int EVENTS = Integer.getInteger("roster.population.events", 1_000_000);
    private static final int MOMENTS = Integer.getInteger("roster.population.moments", 1_000);
    private static final Duration BUILD = Duration.ofMinutes(30);

    private final long seed = Effort.seed();

    @Test
    void answers_about_a_large_population_are_those_of_independent_folds() throws SQLException {
        var populated = Populated.write(FreshDatabase.create(), new Size(MEMBERS, EVENTS, 20), seed);
        try (var service = RunningService.on(populated.database())) {
            var client = service.client();
            await().atMost(BUILD).until(() -> client.manage("/actuator/health/readiness").status() == 200);
            Examination.views(populated);
            var examination = new Examination(client, populated, populated.population().large(), seed);
            examination.checksums(100);
            examination.differences(20, 5_000);
            examination.differences(3, EVENTS);
            examination.asOf(MOMENTS);
            examination.feed(1_000);
            assertThat(client.verify(BUILD).text("/state")).isEqualTo("verified");
        }
    }
}
