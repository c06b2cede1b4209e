package roster.systemtest.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import roster.local.Patience;

/** Runs programs in a folder below {@code target}. */
record Tool(Path folder) {
    private static final Path RESOURCES = Path.of("src/test/resources/clients");

    static Tool in(String name) {
        try {
            return new Tool(Files.createDirectories(Path.of("target/clients", name).toAbsolutePath()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Skips the test, naming the program, when it is missing on this machine. */
    void need(String what, String... command) {
        assumeThat(exit(command)).as("%s is needed: %s", what, String.join(" ", command)).isZero();
    }

    /** @throws AssertionError with the output when the program fails */
    void run(String... command) {
        run(Map.of(), command);
    }

    void run(Map<String, String> environment, String... command) {
        assertThat(exit(environment, command)).as(() -> String.join(" ", command) + "\n" + output()).isZero();
    }

    /** The output of the last program. */
    String output() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int exit(String... command) {
        return exit(Map.of(), command);
    }

    private int exit(Map<String, String> environment, String... command) {
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log().toFile());
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            if (!process.waitFor(Patience.LIMIT.multipliedBy(2).toSeconds(), TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
            return process.waitFor();
        } catch (IOException _) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Path log() {
        return folder.resolve("output.log");
    }

    /** Copies files of this test into the folder. */
    Tool with(String... resources) {
        Stream.of(resources).map(RESOURCES::resolve).forEach(this::copy);
        return this;
    }

    /** Copies the files of {@code examples} in the repository into the folder. */
    Tool withExample(String name) {
        try (var files = Files.list(Path.of(System.getProperty("roster.root"), "examples", name))) {
            files.filter(Files::isRegularFile).forEach(this::copy);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copy(Path file) {
        try {
            Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files below the folder whose names have the ending. */
    List<String> files(String ending) {
        try (var files = Files.walk(folder)) {
            return files.map(it -> folder.relativize(it).toString()).filter(it -> it.endsWith(ending) && !it.contains("node_modules"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
