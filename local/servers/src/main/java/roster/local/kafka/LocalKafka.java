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

/** A Kafka broker on this machine, as a separate process. Its records survive restarts and kills. It ends when this process ends. */
public final class LocalKafka implements AutoCloseable {
    private static final String NAME = "kafka";
    /** With a locale, because Kafka's tools fail where the upper case of i is not I. */
    private static final List<String> FLAGS = List.of("-Duser.language=en", "-Duser.country=US", "-Xms64m", "-Xmx320m", "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError", "--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED");
    private static final Duration SHUTDOWN = Duration.ofSeconds(20);

    private final Path folder;
    private final Application program;
    private final int port;
    private final Map<String, String> environment;
    private final String settings;
    private @Nullable ChildProcess broker;

    private LocalKafka(Path folder, Application program, int port, Map<String, String> environment, String settings) {
        this.folder = folder.toAbsolutePath();
        this.program = program;
        this.port = port;
        this.environment = environment;
        this.settings = settings;
    }

    /**
     * @param folder folder of the records and the log
     * @param port   0 for any free port
     */
    public static LocalKafka start(Path folder, int port) {
        return start(folder, port, trained());
    }

    private static Application trained() {
        var program = KafkaProgram.find();
        KafkaTraining.ifNeeded(program, FLAGS);
        return program;
    }

    /** The broker program; empty when it is not built. */
    public static Optional<Application> program(Path root) {
        return Application.built(root, "local/kafka-server");
    }

    /** Ends a broker that an earlier, killed process left running. */
    public static void endOrphan(Path folder) {
        ChildProcess.endOrphan(folder, NAME);
    }

    /** @param program from {@link #program} */
    public static LocalKafka start(Path folder, int port, Application program) {
        return start(folder, port, program, Map.of());
    }

    /** @param environment added to that of this process */
    static LocalKafka start(Path folder, int port, Application program, Map<String, String> environment) {
        return start(folder, port, program, environment, "");
    }

    /** @param settings further lines of its configuration, which override others; {@code {port}} and {@code {controller}} are its ports */
    public static LocalKafka start(Path folder, String settings) {
        return start(folder, 0, trained(), Map.of(), settings);
    }

    private static LocalKafka start(Path folder, int port, Application program, Map<String, String> environment, String settings) {
        endOrphan(folder);
        var kafka = new LocalKafka(folder, program, Ports.freeOr(port), environment, settings);
        kafka.start();
        return kafka;
    }

    /** Starts again on the same port, after {@link #stop} or {@link #kill}. */
    public void start() {
        endOrphan(folder);
        Ports.requireFree(port);
        try {
            Files.createDirectories(folder);
            var file = new BrokerSettings(port, Ports.freeOr(0), folder.resolve("data"), settings)
                    .write(folder.resolve("server.properties"));
            broker = run(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Readiness.await(port, broker);
    }

    private ChildProcess run(Path settings) {
        var command = new ArrayList<>(program.command(FLAGS));
        command.add(settings.toString());
        if (!Files.exists(folder.resolve("data/meta.properties"))) {
            command.add(Uuid.randomUuid().toString());
        }
        return ChildProcess.start(folder, NAME, command, environment);
    }

    public int port() {
        return port;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Completes with the exit code when the current broker ends. */
    public CompletableFuture<Integer> exit() {
        return running().exit();
    }

    public void stop() {
        running().stop(AotCache.grace(SHUTDOWN));
    }

    public void kill() {
        running().kill();
    }

    /** Stops it without ending it, as a frozen machine would be. Kill or thaw it afterwards. */
    public void freeze() {
        running().freeze();
    }

    /** Continues what {@link #freeze} has stopped. */
    public void thaw() {
        running().thaw();
    }

    public ProcessHandle process() {
        return running().process();
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
