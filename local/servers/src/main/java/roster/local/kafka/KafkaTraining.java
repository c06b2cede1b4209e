package roster.local.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.kafka.common.Uuid;

import roster.local.disk.Folders;
import roster.local.process.Application;
import roster.local.process.ChildProcess;
import roster.local.process.Ports;

/** A run of the broker that writes its AOT cache, before tests start many of them: with it, a start takes half of the processor time. */
final class KafkaTraining {
    private static final Duration WRITING = Duration.ofMinutes(5);

    private KafkaTraining() {}

    /** Returns at once when there is a cache, or when another process is about to write it. */
    static synchronized void ifNeeded(Application program, List<String> flags) {
        try (var channel = FileChannel.open(program.jar().resolveSibling("training.lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE); var lock = channel.tryLock()) {
            if (lock != null && !program.cache().isFresh()) {
                run(program, flags);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(Application program, List<String> flags) throws IOException {
        var folder = Files.createTempDirectory("roster-training-");
        int port = Ports.freeOr(0);
        try (var broker = ChildProcess.start(folder, "kafka", command(program, flags, folder, port), Map.of())) {
            Readiness.await(port, broker);
            broker.stop(WRITING);
        } finally {
            program.cache().finish();
            Folders.delete(folder);
        }
    }

    private static List<String> command(Application program, List<String> flags, Path folder, int port) throws IOException {
        var command = new ArrayList<>(program.training(flags));
        command.add(new BrokerSettings(port, Ports.freeOr(0), folder.resolve("data"), "").write(folder.resolve("server.properties"))
                .toString());
        command.add(Uuid.randomUuid().toString());
        return command;
    }
}
