package roster.contract.stored;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import tools.jackson.databind.json.JsonMapper;

import roster.contract.Variants;

/** Approved JSON of events in {@code src/test/resources/approved}, which must stay readable. {@code -Dapprove=true} adds what is missing. */
final class Approved {
    private static final Path FOLDER = Path.of("src/test/resources/approved");
    private static final JsonMapper JSON = new JsonMapper();

    private Approved() {}

    static String nameOf(EventType type) {
        return type.storedName() + ".v" + type.revision();
    }

    static String nameOf(EventType type, String variant) {
        return variant.equals(Variants.COMPLETE) ? nameOf(type) : nameOf(type) + "-" + variant;
    }

    /** Adds the JSON unless there is a file. An approved file is never changed, because events of its form are stored. */
    static void approve(String name, String json) {
        var file = FOLDER.resolve(name + ".json");
        if (Boolean.getBoolean("approve") && Files.notExists(file)) {
            try {
                Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(json)) + "\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static String json(String name) {
        try {
            return Files.readString(FOLDER.resolve(name + ".json"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of all approved events, without metadata. */
    static List<String> events() {
        try (var files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString().replaceFirst("\\.json$", ""))
                    .filter(name -> !name.startsWith("metadata")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JSON without whitespace, with fields in their order. */
    static String compact(String name) {
        return JSON.readTree(json(name)).toString();
    }
}
