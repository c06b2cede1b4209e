package roster.standalone;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

import roster.local.kafka.LocalKafka;
import roster.local.process.Application;

/** The broker. */
final class KafkaServer implements Server {
    private final Path folder;
    private final Application program;
    private final int port;
    private volatile @Nullable LocalKafka kafka;

    KafkaServer(Path folder, Application program, int port) {
        this.folder = folder;
        this.program = program;
        this.port = port;
    }

    @Override
    public String name() {
        return "Kafka";
    }

    @Override
    public void start() {
        if (kafka == null) {
            kafka = LocalKafka.start(folder, port, program);
        } else {
            kafka.start();
        }
    }

    @Override
    public CompletableFuture<?> exit() {
        return kafka == null ? CompletableFuture.completedFuture(null) : kafka.exit();
    }

    @Override
    public void stop() {
        if (kafka != null) {
            kafka.stop();
        }
    }
}
