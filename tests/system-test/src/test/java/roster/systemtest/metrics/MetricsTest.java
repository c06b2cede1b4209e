package roster.systemtest.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import roster.systemtest.running.OnSharedRoster;
import roster.systemtest.running.Roster;

/** Compares what is written of metrics with running services. */
@OnSharedRoster
class MetricsTest {
    private final Roster roster;

    MetricsTest(Roster roster) {
        this.roster = roster;
    }

    static Iterable<String> services() {
        return Scrape.SERVICES;
    }

    /** So that metrics are there that appear with their first event. */
    @BeforeEach
    void something_happens() {
        assertThat(roster.commands().as("").get("/organizations/nowhere/members/self").status()).isEqualTo(401);
        assertThat(roster.commands().post("/organizations", """
                {"slug": "acme", "name": "Acme", "admin": {"name": "Ada", "email": "ada@twice.example"}}""").code())
                .isEqualTo("slug-taken");
    }

    @ParameterizedTest
    @MethodSource("services")
    void the_table_names_the_metrics_of_a_service_with_their_labels_and_no_others(String service) {
        await().untilAsserted(() -> {
            var measured = Scrape.of(roster, service);
            var documented = new TreeMap<String, Set<String>>();
            DocumentedMetric.all().stream().filter(it -> it.services().contains(service))
                    .filter(it -> !it.temporary() || measured.metrics(it.name()).containsKey(it.name()))
                    .forEach(it -> documented.put(it.name(), new TreeSet<>(it.labels())));

            assertThat(measured.metrics("roster_")).isEqualTo(ours(documented));
            assertThat(measured.metrics("").keySet()).containsAll(documented.keySet());
        });
    }

    private static Map<String, Set<String>> ours(Map<String, Set<String>> documented) {
        var ours = new TreeMap<>(documented);
        ours.keySet().removeIf(it -> !it.startsWith("roster_"));
        return ours;
    }

    @Test
    void each_alert_and_each_panel_asks_for_a_metric_that_a_service_has() {
        await().untilAsserted(() -> {
            var known = new TreeSet<>(Set.of("up"));
            Scrape.SERVICES.forEach(it -> known.addAll(Scrape.of(roster, it).samples().keySet()));
            DocumentedMetric.all().stream().filter(DocumentedMetric::temporary).forEach(it -> known.add(it.name() + "_seconds"));

            assertThat(AlertRule.all()).hasSizeGreaterThan(10)
                    .allSatisfy(it -> assertThat(known).as(it.name()).containsAll(Query.metrics(it.query())));
            assertThat(Panel.all()).hasSizeGreaterThan(10)
                    .allSatisfy(it -> assertThat(known).as(it.title()).containsAll(Query.metrics(it.query())));
        });
    }

    @Test
    void each_label_of_an_alert_and_a_panel_is_one_that_the_metric_has() {
        await().untilAsserted(() -> {
            var labels = new TreeSet<>(Set.of("job", "instance", "service", "le", "quantile"));
            Scrape.SERVICES.forEach(it -> Scrape.of(roster, it).samples().values().forEach(labels::addAll));
            DocumentedMetric.all().forEach(it -> labels.addAll(it.labels()));

            assertThat(AlertRule.all()).allSatisfy(it -> assertThat(labels).as(it.name()).containsAll(Query.labels(it.query())));
            assertThat(Panel.all()).allSatisfy(it -> assertThat(labels).as(it.title()).containsAll(Query.labels(it.query())));
        });
    }
}
