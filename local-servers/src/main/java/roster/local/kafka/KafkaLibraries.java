package roster.local.kafka;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where the module {@code kafka-server} has put Kafka's own class path. */
final class KafkaLibraries {
    /** The system property that says where else. */
    private static final String PROPERTY = "roster.kafka.libraries";

    private KafkaLibraries() {}

    static Path find() {
        var configured = System.getProperty(PROPERTY);
        return configured != null ? Path.of(configured) : findUpwards(Path.of("").toAbsolutePath());
    }

    private static Path findUpwards(Path from) {
        return Stream.<Path>iterate(from, folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("kafka-server/target/lib"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no kafka-server/target/lib in " + from + " or above: build the module"
                        + " kafka-server, or say with -D" + PROPERTY + "=… where it is"));
    }

    /** The jars, and the folder itself for the settings of the log. */
    static String classPath(Path libraries) {
        return libraries + File.pathSeparator + libraries.resolve("*");
    }
}
