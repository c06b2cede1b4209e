package roster.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.yaml.snakeyaml.Yaml;

/** The files of {@code deploy/kubernetes}. */
final class Manifests {
    private static final Path FOLDER = Path.of("../../deploy/kubernetes").toAbsolutePath().normalize();

    private Manifests() {}

    static String text(String file) throws IOException {
        return Files.readString(FOLDER.resolve(file));
    }

    /** Names of the files of an overlay with that ending. */
    static List<String> names(String overlay, String ending) throws IOException {
        try (var files = Files.list(FOLDER.resolve(overlay))) {
            return files.map(it -> String.valueOf(it.getFileName())).filter(it -> it.endsWith(ending)).toList();
        }
    }

    /** Settings of a service that are no secrets. */
    static Map<String, String> settings(String overlay, String service) throws IOException {
        var settings = new Properties();
        try (var reader = Files.newBufferedReader(FOLDER.resolve(overlay).resolve(service + ".env"))) {
            settings.load(reader);
        }
        var sorted = new TreeMap<String, String>();
        settings.forEach((name, value) -> sorted.put(String.valueOf(name), String.valueOf(value)));
        return sorted;
    }

    /** References to secrets, by setting. */
    static Map<String, Map<String, Object>> secrets(String service) throws IOException {
        var secrets = new TreeMap<String, Map<String, Object>>();
        list(container(service), "env")
                .forEach(it -> secrets.put(String.valueOf(it.get("name")), map(map(it, "valueFrom"), "secretKeyRef")));
        return secrets;
    }

    /** Names of all settings that a service gets. */
    static Set<String> told(String service, String overlay) throws IOException {
        var told = new TreeSet<>(secrets(service).keySet());
        told.addAll(settings(overlay, service).keySet());
        return told;
    }

    /** The one container of a service. */
    static Map<String, Object> container(String service) throws IOException {
        var spec = spec(service.equals("migrate") ? "Job" : "Deployment", service);
        return list(map(map(spec, "template"), "spec"), "containers").getFirst();
    }

    static Map<String, Object> spec(String kind, String name) throws IOException {
        var spec = all().filter(it -> Objects.equals(it.get("kind"), kind) && Objects.equals(map(it, "metadata").get("name"), name))
                .toList();
        return map(spec.getFirst(), "spec");
    }

    /** One value of each item of a list. */
    static Collection<Object> values(Map<String, Object> object, String list, String value) {
        return list(object, list).stream().map(it -> it.get(value)).toList();
    }

    /** Ports at which the network policy of a service allows connections with another one. */
    static Set<Object> allowed(String service, String rules, String peers, String other) throws IOException {
        var allowed = new HashSet<>();
        for (var rule : list(spec("NetworkPolicy", service), rules)) {
            if (list(rule, peers).stream().anyMatch(it -> String.valueOf(it).contains("app.kubernetes.io/name=" + other + "}"))) {
                allowed.addAll(values(rule, "ports", "port"));
            }
        }
        return allowed;
    }

    private static Stream<Map<String, Object>> all() throws IOException {
        return names("base", ".yaml").stream().filter(name -> !name.equals("kustomization.yaml")).flatMap(name -> {
            try {
                return StreamSupport.stream(new Yaml().loadAll(text("base/" + name)).spliterator(), false).map(Manifests::cast);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Map<String, Object> map(Map<String, Object> object, String name) {
        return cast(object.getOrDefault(name, Map.of()));
    }

    private static List<Map<String, Object>> list(Map<String, Object> object, String name) {
        return object.getOrDefault(name, List.of()) instanceof List<?> items ? items.stream().map(Manifests::cast).toList() : List.of();
    }

    @SuppressWarnings("unchecked") // a YAML mapping
    private static Map<String, Object> cast(Object mapping) {
        return (Map<String, Object>) mapping;
    }
}
