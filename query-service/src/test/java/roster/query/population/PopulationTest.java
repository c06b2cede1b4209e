package roster.query.population;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import roster.local.Effort;
import roster.local.postgres.Database;
import roster.population.Size;
import roster.query.Client;
import roster.query.ServiceTest;

@ServiceTest
class PopulationTest {
    private final long seed = Effort.seed();

    @Autowired Client client;
    @Autowired Database database;

    @Test
    void answers_about_a_population_are_those_of_independent_folds() throws SQLException {
        var populated = Populated.write(database, new Size(200, 1_000, 3), seed);
        client.get("/roles", "Consistency-Token", "" + populated.lastPosition());

        Examination.views(populated);
        Examination.some(populated).forEach(organization -> {
            var examination = new Examination(client, populated, organization, seed);
            examination.feed(90);
            examination.asOf(30);
            examination.differences(10, 300);
            examination.checksums(10);
        });
    }
}
