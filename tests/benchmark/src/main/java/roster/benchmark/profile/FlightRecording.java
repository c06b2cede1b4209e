package roster.benchmark.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** A recording of another JVM with a text that sums it up, by {@code jcmd}. */
public final class FlightRecording implements AutoCloseable {
    private static final String NAME = "name=benchmark";

    private final ProcessHandle process;
    private final Path file;
    private final Consumer<Path> done;

    private FlightRecording(ProcessHandle process, Path file, Consumer<Path> done) {
        this.process = process;
        this.file = file;
        this.done = done;
    }

    public static FlightRecording start(ProcessHandle process, Path file, Consumer<Path> done) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        jcmd(process, "JFR.configure", "stackdepth=256");
        jcmd(process, "JFR.start", NAME, "settings=profile");
        return new FlightRecording(process, file, done);
    }

    private static void jcmd(ProcessHandle process, String... command) {
        var program = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            var started = new ProcessBuilder(program, String.valueOf(process.pid())).redirectErrorStream(true);
            started.command().addAll(List.of(command));
            var running = started.start();
            var output = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (running.waitFor() != 0) {
                throw new IllegalStateException(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        jcmd(process, "JFR.stop", NAME, "filename=" + file);
        try {
            var text = Path.of(file + ".txt");
            Files.writeString(text, Profile.of(file).text());
            done.accept(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
