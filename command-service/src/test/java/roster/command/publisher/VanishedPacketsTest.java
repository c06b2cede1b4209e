package roster.command.publisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import roster.command.RunningService;
import roster.local.PerJvm;
import roster.local.proxy.FaultyProxy;

/** Packets between the service and PostgreSQL vanish; no connection is closed. The time limits are shorter than in production. */
class VanishedPacketsTest {
    private static final String LIMITS = "spring.datasource.hikari.data-source-properties.";

    @Test
    void publishers_and_listeners_go_on_with_new_connections() {
        try (var proxy = FaultyProxy.before(PerJvm.postgres().port());
                var service = RunningService.through(proxy.port(), Map.of(LIMITS + "socketTimeout", "3", LIMITS + "connectTimeout", "2"))) {
            var team = service.teams().founded("vanished");
            await().untilAsserted(() -> assertThat(lag(service)).isZero());
            var before = sessions(service);

            proxy.swallow();
            await().untilAsserted(() -> assertThat(service.client().manage("/actuator/health/readers").text("/status"))
                    .isEqualTo("STANDING_STILL"));
            assertThat(team.invite("grace@navy.example", "developer").status()).isEqualTo(503);

            proxy.forward();
            await().untilAsserted(() -> assertThat(team.invite("jean@navy.example", "developer").status()).isEqualTo(201));
            try (var topic = new Topic(PerJvm.kafka().bootstrapServers(), team.id())) {
                var recorded = team.events().size();
                topic.readUntil(records -> records.stream().map(it -> it.value().getId()).distinct().count() >= recorded);
            }
            await().untilAsserted(() -> assertThat(service.client().manage("/actuator/health").status()).isEqualTo(200));
            assertOthers(service, before);
        }
    }

    /** Each kind of connection was opened anew. */
    private static void assertOthers(RunningService service, List<String> before) {
        for (var purpose : List.of("publisher", "state-publisher", "notifications", "notifier", "watch")) {
            await().untilAsserted(() -> assertThat(sessions(service)).filteredOn(it -> it.startsWith("command-service " + purpose + " "))
                    .isNotEmpty().anyMatch(it -> !before.contains(it)));
        }
    }

    private static List<String> sessions(RunningService service) {
        return service.part(JdbcClient.class)
                .sql("select application_name || ' ' || pid from pg_stat_activity where datname = current_database()").query(String.class)
                .list();
    }

    private static double lag(RunningService service) {
        return service.part(MeterRegistry.class).get("roster.reader.lag").tag("reader", "publisher").gauge().value();
    }
}
