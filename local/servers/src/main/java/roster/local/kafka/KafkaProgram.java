package roster.local.kafka;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import roster.local.process.Application;

/** Finds the broker that the module {@code kafka-server} builds. */
final class KafkaProgram {
    /** System property with the root of the build; needed only when it is not the working directory or above it. */
    private static final String PROPERTY = "roster.root";

    private KafkaProgram() {}

    static Application find() {
        var from = Path.of(System.getProperty(PROPERTY, "")).toAbsolutePath();
        return Stream.<Path>iterate(from, folder -> folder != null, Path::getParent)
                .map(LocalKafka::program)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("no local/kafka-server/target/kafka-server.jar in " + from + " or above: build the"
                                + " module kafka-server, or set -D" + PROPERTY + "=… to the root of the build"));
    }
}
