package roster.local.kafka;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import roster.local.process.Application;

/** Finds the broker that the module {@code kafka-server} has built. */
final class KafkaProgram {
    /** The system property that says where the build is, unless it is in the working directory or above. */
    private static final String PROPERTY = "roster.root";

    private KafkaProgram() {}

    static Application find() {
        var from = Path.of(System.getProperty(PROPERTY, "")).toAbsolutePath();
        return Stream.<Path>iterate(from, folder -> folder != null, Path::getParent)
                .map(LocalKafka::program)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no kafka-server/target/kafka-server.jar in " + from + " or above: build the"
                        + " module kafka-server, or say with -D" + PROPERTY + "=… where the build is"));
    }
}
