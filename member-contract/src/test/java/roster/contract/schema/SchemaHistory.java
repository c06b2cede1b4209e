package roster.contract.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every content that a schema ever had on the main branch, without descriptions, in {@code src/test/resources/schema-history}. */
final class SchemaHistory {
    private static final Path FOLDER = Path.of("src/test/resources/schema-history");
    private static final List<String> PROSE = List.of("$id", "title", "description");
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final JsonMapper JSON = new JsonMapper();

    private SchemaHistory() {}

    /** Known differences of what is written from schemas of the same revision, with comments. */
    static List<String> knownBreaks() {
        return read(FOLDER.resolve("known-breaks.txt")).lines().filter(Predicate.not(String::isBlank)).filter(it -> !it.startsWith("#"))
                .sorted().toList();
    }

    /** The contents of a schema, in the order in which it had them. */
    static List<JsonNode> of(String name) {
        return IntStream.iterate(1, it -> it + 1).mapToObj(it -> FOLDER.resolve(name).resolve(it + ".json")).takeWhile(Files::exists)
                .map(it -> JSON.readTree(read(it))).toList();
    }

    /** The schema that is published now, in the form of its history. */
    static JsonNode today(String name) {
        return withoutProse(JSON.readTree(new JsonSchemas("https://roster.example").text(name + ".json")));
    }

    /** Violations of each content of the schema, as {@code name/number: /field keyword}. */
    static Stream<String> violations(String name, String json) {
        var history = of(name);
        return IntStream.range(0, history.size()).boxed().flatMap(i -> SCHEMAS.getSchema(history.get(i))
                .validate(json, InputFormat.JSON, context -> context.executionConfig(it -> it.formatAssertionsEnabled(true))).stream()
                .map(error -> name + "/" + (i + 1) + ": " + said(error)));
    }

    private static String said(Error error) {
        var place = error.getInstanceLocation().toString();
        return (place.isEmpty() ? "/" : place) + " " + error.getKeyword() + (error.getProperty() == null ? "" : " " + error.getProperty());
    }

    private static JsonNode withoutProse(JsonNode schema) {
        schema.valueStream().forEach(SchemaHistory::withoutProse);
        if (schema instanceof ObjectNode object) {
            PROSE.stream().filter(it -> object.path(it).isString()).forEach(object::remove);
        }
        return schema;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
