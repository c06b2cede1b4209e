package roster.local.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;

import roster.local.process.AotCache;
import roster.local.process.Application;
import roster.local.process.ChildProcess;
import roster.local.process.Ports;

/** A Kafka broker on this machine, a process of its own whose records outlive restarts and kills, and which leaves when we leave. */
public final class LocalKafka implements AutoCloseable {
    private static final String NAME = "kafka";
    private static final List<String> FLAGS = List.of("-Xms64m", "-Xmx320m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError", "--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED");
    private static final Duration SHUTDOWN = Duration.ofSeconds(20);

    private final Path folder;
    private final Application program;
    private final int port;
    private @Nullable ChildProcess broker;

    private LocalKafka(Path folder, Application program, int port) {
        this.folder = folder.toAbsolutePath();
        this.program = program;
        this.port = port;
    }

    /**
     * @param folder for the records and the log
     * @param port   0 for any
     */
    public static LocalKafka start(Path folder, int port) {
        return start(folder, port, KafkaProgram.find());
    }

    /** The broker, where it is built. */
    public static Optional<Application> program(Path root) {
        return Application.built(root, "kafka-server");
    }

    /** Ends the broker that a killed predecessor of ours left behind. */
    public static void endOrphan(Path folder) {
        ChildProcess.endOrphan(folder, NAME);
    }

    /** @param program as {@link #program} finds it */
    public static LocalKafka start(Path folder, int port, Application program) {
        endOrphan(folder);
        var kafka = new LocalKafka(folder, program, Ports.freeOr(port));
        kafka.start();
        return kafka;
    }

    /** Once more, after {@link #stop} or {@link #kill}, on the same port. */
    public void start() {
        endOrphan(folder);
        Ports.requireFree(port);
        try {
            Files.createDirectories(folder);
            var settings = new BrokerSettings(port, Ports.freeOr(0), folder.resolve("data")).write(folder.resolve("server.properties"));
            formatIfAbsent(settings);
            broker = run(program.command(FLAGS), settings.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Readiness.await(port, broker);
    }

    private void formatIfAbsent(Path settings) {
        if (Files.exists(folder.resolve("data/meta.properties"))) {
            return;
        }
        var format = run(program.command(FLAGS, "kafka.tools.StorageTool"), "format", "--config", settings.toString(),
                "--cluster-id", Uuid.randomUuid().toString(), "--ignore-formatted");
        if (format.await() != 0) {
            throw new IllegalStateException("cannot format Kafka's storage: " + format.lastWords());
        }
    }

    private ChildProcess run(List<String> program, String... arguments) {
        var command = new ArrayList<>(program);
        command.addAll(List.of(arguments));
        return ChildProcess.start(folder, NAME, command, Map.of());
    }

    public int port() {
        return port;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** The exit code, when the broker that runs now has ended. */
    public CompletableFuture<Integer> exit() {
        return running().exit();
    }

    public void stop() {
        running().stop(AotCache.grace(SHUTDOWN));
    }

    public void kill() {
        running().kill();
    }

    private ChildProcess running() {
        if (broker == null) {
            throw new IllegalStateException("Kafka has not been started");
        }
        return broker;
    }

    @Override
    public void close() {
        if (broker != null) {
            stop();
        }
    }
}
