package roster.systemtest.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import roster.systemtest.running.Http;
import roster.systemtest.running.OnSharedRoster;
import roster.systemtest.running.Roster;

/** Each service names its version and its commit. */
@OnSharedRoster
class VersionTest {
    private static final Path ROOT = Path.of(System.getProperty("roster.root"));

    @ParameterizedTest
    @ValueSource(strings = {"CONSOLE", "COMMAND", "QUERY", "NOTIFICATION"})
    void info_has_version_and_commit(String service, Roster roster) throws IOException, InterruptedException {
        var info = Http.open(roster.port(service + "_MANAGEMENT")).get("/actuator/info");

        assertThat(info.status()).isEqualTo(200);
        assertThat(Files.readString(ROOT.resolve("pom.xml"))).contains("<version>" + info.text("/build/version") + "</version>");
        if (Files.exists(ROOT.resolve(".git"))) {
            assertThat(info.text("/git/commit/time")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
            assertThat(git("cat-file", "-e", info.text("/git/commit/id") + "^{commit}")).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"CONSOLE, /.well-known/jwks.json", "COMMAND, /nowhere", "QUERY, /nowhere"})
    void each_answer_has_version_and_commit_in_a_header(String service, String path, Roster roster) {
        var info = Http.open(roster.port(service + "_MANAGEMENT")).get("/actuator/info");
        var version = info.text("/build/version") + "+" + info.text("/git/commit/id").substring(0, 7);

        assertThat(Http.open(roster.port(service)).get(path).header("Roster-Version")).isEqualTo(version);
    }

    private static int git(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("git", "-C", ROOT.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).start().waitFor();
    }
}
