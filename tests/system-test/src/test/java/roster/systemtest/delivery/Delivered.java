package roster.systemtest.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The programs that are delivered, and the libraries of others in them. */
final class Delivered {
    static final Path ROOT = Path.of(System.getProperty("roster.root"));
    private static final List<String> PROGRAMS = List.of("migrate", "command-service", "query-service", "notification-service", "console",
            "replay", "local/standalone", "local/kafka-server");
    private static final Pattern OWN_VERSION = Pattern.compile("<artifactId>roster</artifactId>\\s*<version>([^<]+)</version>");

    private Delivered() {}

    /** File names of the jars that others have made. */
    static List<String> jars() throws IOException {
        var version = OWN_VERSION.matcher(Files.readString(ROOT.resolve("pom.xml"))).results().findFirst().orElseThrow().group(1);
        return PROGRAMS.stream().flatMap(program -> files(ROOT.resolve(program).resolve("target/lib")))
                .filter(it -> it.endsWith(".jar") && !it.endsWith("-" + version + ".jar")).distinct().sorted().toList();
    }

    private static Stream<String> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.map(it -> String.valueOf(it.getFileName())).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Licences of each library, as the bills of materials of all programs have them; those of one library separated by commas. */
    static Map<String, String> licences() {
        var licences = new TreeMap<String, String>();
        for (var program : PROGRAMS) {
            var name = Path.of(program).getFileName() + ".cdx.json";
            JsonMapper.shared().readTree(ROOT.resolve(program).resolve("target").resolve(name).toFile()).path("components").valueStream()
                    .filter(it -> !it.path("group").asString().equals("roster"))
                    .forEach(it -> licences.put(it.path("group").asString() + ":" + it.path("name").asString(), licences(it)));
        }
        return licences;
    }

    private static String licences(JsonNode component) {
        return component.path("licenses").valueStream()
                .map(it -> Stream.of("/expression", "/license/id", "/license/name").map(it::at).filter(JsonNode::isString).findFirst()
                        .map(JsonNode::asString).orElse("unknown"))
                .collect(Collectors.toCollection(TreeSet::new)).stream().collect(Collectors.joining(", "));
    }
}
