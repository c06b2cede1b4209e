package roster.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import roster.local.postgres.Database;

@OwnServiceTest
class RebuildTest {
    @Autowired Client client;
    @Autowired Recorder recorder;
    @Autowired Database database;

    @Test
    void every_row_is_as_an_independent_fold_has_it_and_no_reading_fails_or_goes_back() throws Exception {
        var stop = new AtomicBoolean();
        Client.Response last;
        try (var journal = new Journal(recorder, 20_310_508); var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            journal.write(100);
            var reading = new ArrayList<Future<Integer>>();
            for (var path : new String[]{"/members", "/members?status=active&order=-since&limit=7", "/roles"}) {
                reading.add(readers.submit(() -> readUntil(stop, journal.path() + path)));
            }
            journal.keepWriting();
            try {
                rebuild();
                rebuild();
                last = rebuild();
            } finally {
                stop.set(true);
            }
            for (var reader : reading) {
                assertThat(reader.get()).isPositive();
            }
        }
        var end = recorder.lastPosition();
        assertThat(client.get("/roles", "Consistency-Token", "" + end).status()).isEqualTo(200);

        var expected = new IndependentViews(recorder.all());
        for (var table : Rows.TABLES) {
            assertThat(Rows.in(database, last.body().path("generation").asInt(), table)).as(table).isEqualTo(expected.rows(table));
        }
    }

    private Client.Response rebuild() {
        var rebuilt = client.send("POST", "/views/rebuild");
        assertThat(rebuilt.status()).isEqualTo(200);
        assertThat(rebuilt.body().path("events").asLong()).isPositive();
        assertThat(rebuilt.body().at("/rows/member").asLong()).isPositive();
        assertThat(Duration.parse(rebuilt.text("/duration"))).isPositive();
        assertThat(Long.parseLong(client.get("/roles").text("/position")))
                .isGreaterThanOrEqualTo(Long.parseLong(rebuilt.text("/position")));
        return rebuilt;
    }

    /** @return the number of reads */
    private Integer readUntil(AtomicBoolean stop, String path) {
        long position = 0;
        int readings = 0;
        while (!stop.get()) {
            var answer = client.get(path, "Consistency-Token", "" + position);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(Long.parseLong(answer.text("/position"))).isGreaterThanOrEqualTo(position);
            position = Long.parseLong(answer.text("/position"));
            readings++;
        }
        return readings;
    }

    @Test
    void while_one_is_being_built_another_is_refused() throws SQLException {
        client.get("/roles", "Consistency-Token", "" + recorder.lastPosition());
        try (var builder = DriverManager.getConnection(database.jdbcUrl(), "roster_query", database.passwords().query());
                var statement = builder.createStatement()) {
            statement.execute("select pg_advisory_lock(7, 1)");
            var refused = client.send("POST", "/views/rebuild");
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.text("/code")).isEqualTo("rebuild-running");
        }
        await().untilAsserted(() -> assertThat(client.send("POST", "/views/rebuild").status()).isEqualTo(200));
    }
}
