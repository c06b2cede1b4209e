package roster.query;

import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import com.sun.management.OperatingSystemMXBean;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import roster.eventstore.sealing.DataKeys;
import roster.eventstore.sealing.MasterKeys;
import roster.local.Effort;
import roster.local.postgres.Database;
import roster.population.Population;
import roster.population.PopulationWriter;
import roster.population.Size;

/** Measures the time until the reconciler finds a changed row among many members. Run by hand, see docs/adr/0052-reconcilers.md. */
@EnabledIfSystemProperty(named = "roster.benchmark.members", matches = "[0-9]+")
class StoreViewsBenchmark {
    private static final int MEMBERS = Integer.getInteger("roster.benchmark.members", 0);
    private static final int EVENTS_OF_EACH = 10;

    private final Database database = FreshDatabase.create();

    @Test
    void a_changed_row_is_found() throws SQLException {
        fill();
        try (var service = RunningService.on(database, "roster.reconciler.share=0.25", "roster.reconciler.first=0s",
                "roster.reconciler.pause=10s")) {
            await().atMost(Duration.ofMinutes(9)).until(() -> reconciler(service).has("lastPass"));
            System.out.printf(Locale.ROOT, "first pass %s%n", reconciler(service).path("took").asString());
            var before = reconciler(service).path("lastPass").asString();
            long cpu = cpu();
            long start = System.nanoTime();
            await().atMost(Duration.ofMinutes(9)).until(() -> !reconciler(service).path("lastPass").asString().equals(before));
            System.out.printf(Locale.ROOT, "%d members with %d events on average: pass %s, compared %s, CPU %.1f s of %.1f s%n", MEMBERS,
                    EVENTS_OF_EACH,
                    reconciler(service).path("took").asString(), reconciler(service).path("compared"), (cpu() - cpu) / 1e9,
                    (System.nanoTime() - start) / 1e9);
            for (int plant = 0; plant < 3; plant++) {
                find(service);
            }
        }
    }

    private void find(RunningService service) {
        var views = JdbcClient.create(pool("roster_query", database.passwords().query()));
        var live = views.sql("select number from views.generation where state = 'live'").query(Integer.class).single();
        var planted = views.sql("update views_" + live
                + ".member set role = 'endpoint_user' where member_id = (select member_id from views_"
                + live
                + ".member where role <> 'endpoint_user' order by random() limit 1) returning member_id")
                .query(UUID.class).single();
        long start = System.nanoTime();
        await().atMost(Duration.ofMinutes(9)).until(() -> reconciler(service).at("/members").has(planted.toString()));
        System.out.printf(Locale.ROOT, "a changed row was found after %.1f s%n", (System.nanoTime() - start) / 1e9);
    }

    private static JsonNode reconciler(RunningService service) {
        return service.client().manage("/actuator/health/reconciler").body().at("/components/reconciling/details/store-views");
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private void fill() throws SQLException {
        var size = new Size(MEMBERS, MEMBERS * EVENTS_OF_EACH, 0);
        try (var connections = pool("roster_command", database.passwords().command());
                var owner = DriverManager.getConnection(database.jdbcUrl(), "roster_owner", database.passwords().owner())) {
            new PopulationWriter(connections, new DataKeys(MasterKeys.of(Recorder.MASTER_KEYS), new SimpleMeterRegistry()))
                    .write(new Population(size, Effort.seed(), Instant.now().minus(Duration.ofDays(731))), owner);
        }
    }

    private HikariDataSource pool(String role, String password) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(database.jdbcUrl());
        pool.setUsername(role);
        pool.setPassword(password);
        pool.setMaximumPoolSize(2);
        return pool;
    }
}
