package roster.systemtest.clients;

import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The tool of Prometheus reads the alert rules, and each alert fires when it should. */
@Tag("nightly")
class AlertRulesTest {
    private static final Path FOLDER = Path.of(System.getProperty("roster.root"), "deploy/prometheus");
    private final Tool tool = Tool.in("prometheus");

    @BeforeEach
    void promtool_is_there() {
        tool.need("promtool of the Debian package prometheus", "promtool", "--version");
    }

    @Test
    void the_configuration_and_its_rules_are_valid() {
        tool.run("promtool", "check", "config", FOLDER.resolve("prometheus.yaml").toString());
    }

    @Test
    void each_alert_fires_by_its_metrics_and_none_while_everything_works() {
        tool.run("promtool", "test", "rules", FOLDER.resolve("alerts-test.yaml").toString());
    }
}
