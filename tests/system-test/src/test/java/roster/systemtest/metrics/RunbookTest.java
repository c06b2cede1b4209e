package roster.systemtest.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Set;

import org.junit.jupiter.api.Test;

/** Each alert has its paragraph in the guide, and its test. */
class RunbookTest {
    @Test
    void the_guide_has_a_paragraph_for_each_alert_and_for_no_other() {
        var paragraphs = DocumentedMetric.section("## Alerts").lines().filter(it -> it.startsWith("### "))
                .map(it -> it.substring(4)).toList();

        assertThat(paragraphs).containsExactlyElementsOf(AlertRule.all().stream().map(AlertRule::name).toList());
    }

    @Test
    void each_alert_says_how_bad_it_is_what_it_means_and_where_its_paragraph_is() {
        assertThat(AlertRule.all()).allSatisfy(it -> {
            assertThat(it.labels().get("severity")).as(it.name()).isIn(Set.of("critical", "warning"));
            assertThat(it.annotations().get("summary")).as(it.name()).isNotBlank();
            assertThat(it.annotations().get("runbook")).as(it.name())
                    .isEqualTo("docs/operating.md#" + it.name().toLowerCase(Locale.ROOT));
        });
    }

    /** {@code AlertRulesTest} runs these tests where promtool is there. */
    @Test
    void each_alert_has_a_test_in_which_it_fires() throws IOException {
        var tests = Files.readString(AlertRule.FILE.resolveSibling("alerts-test.yaml"));

        assertThat(AlertRule.all()).allSatisfy(it -> assertThat(tests).contains("labels: '{alertname=\"" + it.name() + "\"}'"));
    }
}
