package roster.standalone;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

import roster.local.kafka.LocalKafka;

/** The broker. */
final class KafkaServer implements Server {
    private final Path folder;
    private final Path libraries;
    private final int port;
    private volatile @Nullable LocalKafka kafka;

    KafkaServer(Path folder, Path libraries, int port) {
        this.folder = folder;
        this.libraries = libraries;
        this.port = port;
    }

    @Override
    public String name() {
        return "Kafka";
    }

    @Override
    public void start() {
        if (kafka == null) {
            kafka = LocalKafka.start(folder, port, libraries);
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
