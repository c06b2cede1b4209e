package roster.systemtest.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A run of {@code ./roster} that has ended.
 *
 * @param output what it has written to both streams
 */
public record ScriptRun(int exit, String output) {
    private static final Path SCRIPT = Path.of(System.getProperty("roster.root"), "roster");

    /** Runs it with the settings of a running Roster. */
    public static ScriptRun of(Roster roster, String... arguments) {
        var builder = new ProcessBuilder(Stream.concat(Stream.of(SCRIPT.toString()), Stream.of(arguments)).toList())
                .redirectErrorStream(true);
        builder.environment().putAll(roster.environment());
        builder.environment().remove("JAVA_TOOL_OPTIONS"); // the JVM would report it in the output
        try {
            var process = builder.start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new ScriptRun(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
