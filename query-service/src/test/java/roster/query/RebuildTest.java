package roster.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import roster.local.PerJvm;
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
            assertThat(Rows.in(database, last.body().at("/result/generation").asInt(), table)).as(table).isEqualTo(expected.rows(table));
        }
    }

    private Client.Response rebuild() {
        var rebuilt = client.rebuild();
        var result = rebuilt.body().path("result");
        assertThat(result.path("events").asLong()).isPositive().isEqualTo(rebuilt.body().path("total").asLong());
        assertThat(result.at("/rows/member").asLong()).isPositive();
        assertThat(Duration.parse(result.path("duration").asString())).isPositive();
        assertThat(Long.parseLong(client.get("/roles").text("/position")))
                .isGreaterThanOrEqualTo(Long.parseLong(result.path("position").asString()));
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
    void while_one_runs_another_is_rejected() throws SQLException {
        client.get("/roles", "Consistency-Token", "" + recorder.lastPosition());
        Client.Response waiting;
        try (var builder = DriverManager.getConnection(database.jdbcUrl(), "roster_query", database.passwords().query());
                var statement = builder.createStatement()) {
            statement.execute("select pg_advisory_lock(7, 1)");
            waiting = client.send("POST", Client.REBUILD);
            assertThat(waiting.text("/state")).isEqualTo("waiting");
            assertThat(client.get("/admin/projections").text("/data/0/rebuild/id")).isEqualTo(waiting.text("/id"));
            for (var request : List.of(Client.REBUILD, Client.REBUILD + "?verify=true")) {
                var rejected = client.send("POST", request);
                assertThat(rejected.status()).isEqualTo(409);
                assertThat(rejected.text("/code")).isEqualTo("rebuild-running");
            }
        }
        assertThat(client.ended(waiting).text("/state")).isEqualTo("done");
        assertThat(client.get("/admin/projections").body().at("/data/0/rebuild").isNull()).isTrue();
    }

    @Test
    void what_does_not_exist_is_not_found_and_what_is_wrong_is_named() {
        assertThat(client.send("POST", "/admin/projections/roles/rebuild").status()).isEqualTo(404);
        assertThat(client.get("/admin/projections/views/rebuilds/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(client.get("/admin/projections/views/rebuilds/1").status()).isEqualTo(404);
        assertThat(client.send("POST", Client.REBUILD + "?verify=perhaps").wrong()).isEqualTo("verify");
    }

    @Test
    void an_interrupted_rebuild_starts_over() throws SQLException {
        var generation = client.rebuild().body().at("/result/generation").asInt();
        var id = UUID.randomUUID();
        try (var dead = DriverManager.getConnection(database.jdbcUrl(), "roster_query", database.passwords().query());
                var statement = dead.createStatement()) {
            statement.execute("""
                    with left_behind as (insert into views.generation (layout, state, position)
                        select layout, 'building', 0 from views.generation where state = 'live' returning number, layout)
                    insert into views.rebuild (id, layout, verify, initial, state, attempt, events)
                    select '%s', layout, false, false, 'building', 1, 7 from left_behind""".formatted(id));
            statement.execute("create schema views_" + (generation + 1));
        }

        var rebuilt = await().until(() -> client.get("/admin/projections/views/rebuilds/" + id), it -> !it.body().path("endedAt").isNull());

        assertThat(rebuilt.text("/state")).isEqualTo("done");
        assertThat(rebuilt.body().path("attempt").asInt()).isEqualTo(2);
        assertThat(rebuilt.body().at("/result/generation").asInt()).isEqualTo(generation + 2);
    }

    /** The instance lives on, and still believes to be building. */
    @Test
    void a_rebuild_whose_instance_was_cut_off_is_carried_out_by_another() throws SQLException {
        client.get("/roles", "Consistency-Token", "" + recorder.lastPosition());
        try (var other = RunningService.on(database);
                var superuser = PerJvm.postgres().superuser(database.name());
                var statement = superuser.createStatement()) {
            statement.execute("select pg_advisory_lock(7, 2)");
            var begun = client.send("POST", Client.REBUILD);
            await().until(() -> client.get(begun.header("Location")).text("/state").equals("switching"));
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
                    + " and application_name = 'query-service rebuild'");
            await().until(() -> other.client().get(begun.header("Location")), it -> it.text("/state").equals("switching")
                    && it.body().path("attempt").asInt() == 2);
            statement.execute("select pg_advisory_unlock(7, 2)");
            var rebuilt = client.ended(begun);
            assertThat(rebuilt.text("/state")).isEqualTo("done");
            assertThat(rebuilt.body().path("attempt").asInt()).isEqualTo(2);
            assertThat(client.get("/admin/projections").body().at("/data/0/generation/number"))
                    .isEqualTo(rebuilt.body().at("/result/generation"));
            assertThat(client.verify().text("/state")).isEqualTo("verified");
        }
    }

    @Test
    void what_is_interrupted_again_and_again_is_given_up() throws SQLException {
        client.get("/roles", "Consistency-Token", "" + recorder.lastPosition());
        var id = UUID.randomUUID();
        try (var dead = DriverManager.getConnection(database.jdbcUrl(), "roster_query", database.passwords().query());
                var statement = dead.createStatement()) {
            statement.execute("""
                    insert into views.rebuild (id, layout, verify, initial, state, attempt)
                    select '%s', layout, true, false, 'building', 3 from views.generation where state = 'live'""".formatted(id));
        }

        var given = await().until(() -> client.get("/admin/projections/views/rebuilds/" + id), it -> !it.body().path("endedAt").isNull());

        assertThat(given.text("/state")).isEqualTo("failed");
        assertThat(given.text("/reason")).isEqualTo("it was interrupted 3 times");
    }
}
