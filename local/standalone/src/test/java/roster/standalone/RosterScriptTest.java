package roster.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code ./roster}, as far as it runs no Java. */
class RosterScriptTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern COMMAND = Pattern.compile("(?m)^    ([a-z]+)\\) ");

    @TempDir Path data;

    private record Run(int exit, String output) {}

    private static Run run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).directory(ROOT.toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    private Run roster(String... arguments) throws IOException, InterruptedException {
        return run(Map.of("ROSTER_DATA", data.toString()),
                Stream.concat(Stream.of("./roster"), Stream.of(arguments)).toArray(String[]::new));
    }

    private static List<String> commands() throws IOException {
        var script = Files.readString(ROOT.resolve("roster"));
        return COMMAND.matcher(script.substring(script.lastIndexOf("case \"$command\""))).results().map(it -> it.group(1)).toList();
    }

    @Test
    void help_and_completion_have_every_command() throws Exception {
        var help = roster("--help");

        assertThat(help.exit).isZero();
        assertThat(commands()).contains("up", "status", "doctor", "verify")
                .allSatisfy(command -> assertThat(help.output).containsPattern("(?m)^  " + command + "\\b"));
        assertThat(completed("")).containsExactlyInAnyOrderElementsOf(Stream.concat(commands().stream(), Stream.of("--help")).toList());
        assertThat(completed("re")).containsExactlyInAnyOrder("rebuild", "replay");
    }

    private static List<String> completed(String begun) throws IOException, InterruptedException {
        var completion = run(Map.of(), "bash", "-c",
                "source local/roster-completion; COMP_WORDS=(./roster '" + begun
                        + "'); COMP_CWORD=1; _roster; printf '%s\\n' \"${COMPREPLY[@]}\"");
        assertThat(completion.exit).isZero();
        return completion.output.lines().toList();
    }

    @Test
    void without_a_command_and_with_an_unknown_one_it_shows_the_help_and_fails() throws Exception {
        assertThat(roster()).satisfies(run -> assertThat(run.output).contains("Usage: ./roster COMMAND")).matches(run -> run.exit == 2);
        assertThat(roster("stauts")).matches(run -> run.exit == 2);
    }

    @Test
    void logs_are_listed_and_their_ends_shown_by_name() throws Exception {
        Files.writeString(Files.createDirectories(data.resolve("log")).resolve("console.log"), "of the console\n");
        Files.writeString(Files.createDirectories(data.resolve("kafka")).resolve("kafka.log"), "of Kafka\n");
        Files.createDirectories(data.resolve("postgres"));

        assertThat(roster("logs").output).contains(data + "/log/console.log", data + "/kafka/kafka.log");
        assertThat(roster("logs", "console").output).isEqualTo("of the console\n");
        assertThat(roster("logs", "console", "kafka").output).contains("of the console", "of Kafka");
        assertThat(roster("logs", "consul")).matches(run -> run.exit == 1)
                .satisfies(run -> assertThat(run.output).contains("consul.log").contains("./roster logs"));
    }
}
