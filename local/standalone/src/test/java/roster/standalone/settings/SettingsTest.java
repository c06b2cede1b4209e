package roster.standalone.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final Path ROOT = Path.of("/checkout");

    @Test
    void without_settings_everything_is_where_the_documentation_says() {
        var settings = Settings.of(Map.of(), ROOT);
        assertThat(settings.data()).isEqualTo(Path.of("/checkout/.roster"));
        assertThat(settings.ports()).containsOnly(Map.entry(Port.CONSOLE, 8080), Map.entry(Port.IDENTITY, 8083),
                Map.entry(Port.CONSOLE_MANAGEMENT, 9080), Map.entry(Port.COMMAND, 8081), Map.entry(Port.QUERY, 8082),
                Map.entry(Port.COMMAND_MANAGEMENT, 9081), Map.entry(Port.QUERY_MANAGEMENT, 9082),
                Map.entry(Port.NOTIFICATION_MANAGEMENT, 9083), Map.entry(Port.INBOX, 8025), Map.entry(Port.SMTP, 1025),
                Map.entry(Port.POSTGRES, 15432), Map.entry(Port.KAFKA, 19092));
    }

    @Test
    void settings_move_things() {
        var settings = Settings.of(Map.of("ROSTER_KAFKA_PORT", " 29092 ", "ROSTER_DATA", "/elsewhere", "ROSTER_QUERY_PORT", ""), ROOT);
        assertThat(settings.port(Port.KAFKA)).isEqualTo(29_092);
        assertThat(settings.port(Port.QUERY)).isEqualTo(8082);
        assertThat(settings.data()).isEqualTo(Path.of("/elsewhere"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "65536", "99999999999", "http", "8081,8082"})
    void what_is_no_port_is_refused_by_name(String value) {
        assertThatThrownBy(() -> Settings.of(Map.of("ROSTER_INBOX_PORT", value), ROOT)).isInstanceOf(StartFailure.class)
                .hasMessage("ROSTER_INBOX_PORT must be a port, 1 to 65535, and not '%s'", value);
    }

    @Test
    void two_things_cannot_have_one_port() {
        assertThatThrownBy(() -> Settings.of(Map.of("ROSTER_QUERY_PORT", "8081"), ROOT)).isInstanceOf(StartFailure.class)
                .hasMessage("ROSTER_COMMAND_PORT and ROSTER_QUERY_PORT are both 8081");
    }

    @Test
    void every_taken_port_has_a_line_that_says_how_to_move_it() throws Exception {
        try (var one = new ServerSocket(0); var other = new ServerSocket(0)) {
            var settings = Settings.of(Map.of("ROSTER_COMMAND_PORT", String.valueOf(one.getLocalPort()),
                    "ROSTER_KAFKA_PORT", String.valueOf(other.getLocalPort())), ROOT);
            assertThatThrownBy(settings::requireFreePorts).isInstanceOf(StartFailure.class).message().contains(
                    "port %s (command-service) is taken by another program; set ROSTER_COMMAND_PORT to another port"
                            .formatted(one.getLocalPort()),
                    "port %s (Kafka) is taken by another program; set ROSTER_KAFKA_PORT to another port".formatted(other.getLocalPort()));
        }
    }
}
