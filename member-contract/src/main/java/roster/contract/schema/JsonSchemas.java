package roster.contract.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import roster.contract.stored.EventType;

/**
 * JSON Schemas (draft 2020-12) of events and of the member state, as query-service publishes them. A schema's address is its {@code $id}, and
 * what {@code dataschema} names in records and in answers.
 *
 * @param publicUrl address of query-service, without a slash at its end
 */
public record JsonSchemas(String publicUrl) {
    /** Path of the schemas below the public address. */
    public static final String PATH = "/schemas/";
    private static final String MEMBER_STATE = file("member-state", 1);

    /** File names of all schemas, including those of revisions that are no longer written. */
    public static Stream<String> files() {
        return Stream.concat(Stream.of(MEMBER_STATE), EventType.all().stream().flatMap(JsonSchemas::files));
    }

    private static Stream<String> files(EventType type) {
        return IntStream.rangeClosed(1, type.revision()).mapToObj(it -> file(type.storedName(), it));
    }

    private static String file(String name, int revision) {
        return name + ".v" + revision + ".json";
    }

    /** Address of the schema of an event's data. */
    public String of(EventType type) {
        return address(file(type.storedName(), type.revision()));
    }

    /** Address of the schema of a state on the topic of states. */
    public String ofMemberState() {
        return address(MEMBER_STATE);
    }

    public String address(String file) {
        return publicUrl + PATH + file;
    }

    /** The schema with its address as {@code $id}; in the file it is relative. */
    public String text(String file) {
        return read(file).replace("\"$id\": \"" + file + "\"", "\"$id\": \"" + address(file) + "\"");
    }

    private static String read(String file) {
        try (var text = Objects.requireNonNull(JsonSchemas.class.getResourceAsStream("/schema/" + file), file)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
