package roster.command.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import roster.command.FreshDatabase;
import roster.contract.stored.EventJson;
import roster.contract.stored.EventType;
import roster.contract.stored.RecordedEvent;
import roster.eventstore.Epochs;

/**
 * Records of every event with all fields, with the least, and erased, in {@code examples/records}, for tests of consumers. They follow from the
 * approved events of member-contract. Those of revisions that are no longer written stay. {@code -Dapprove=true} adds what is missing.
 */
class GoldenRecordsTest {
    private static final Path RECORDS = Path.of("../examples/records");
    private static final Path APPROVED = Path.of("../member-contract/src/test/resources/approved");
    private static final UUID EVENT = UUID.fromString("01980a5c-0000-7000-8000-00000000000a");
    private static final Instant TIME = Instant.parse("2026-01-02T09:30:00.123456Z");
    private static final JsonMapper JSON = new JsonMapper();
    private static final CloudEvents CLOUD_EVENTS = new CloudEvents(epochs(), FreshDatabase.SCHEMAS);

    private static Epochs epochs() {
        var database = FreshDatabase.create();
        var owner = JdbcClient.create(new DriverManagerDataSource(database.jdbcUrl(), "roster_owner", database.passwords().owner()));
        owner.sql("update event_store.store set store_id = '01980a5c-0000-7000-8000-00000000000b'").update();
        return new Epochs(owner);
    }

    static List<String> approved() throws IOException {
        try (var files = Files.list(APPROVED)) {
            return files.map(it -> it.getFileName().toString()).filter(it -> !it.startsWith("metadata")).sorted().toList();
        }
    }

    static List<String> written() throws IOException {
        return approved().stream().filter(it -> it.matches(".*\\.v" + type(it).revision() + "(-.*)?\\.json")).toList();
    }

    @ParameterizedTest
    @MethodSource("written")
    void an_event_is_published_as_the_golden_record(String name) throws IOException {
        var record = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(record(name)) + "\n";
        if (Boolean.getBoolean("approve") && Files.notExists(RECORDS.resolve(name))) {
            Files.writeString(RECORDS.resolve(name), record);
        }

        assertThat(RECORDS.resolve(name)).hasContent(record);
    }

    @ParameterizedTest
    @MethodSource("written")
    void its_headers_are_as_asyncapi_says(String name) throws IOException {
        var type = type(name);
        var document = JSON.<JsonNode>valueToTree(new Yaml().load(Files.readString(Path.of("../docs/asyncapi.yaml"))));
        var schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        var headers = record(name).path("headers");

        assertThat(schemas.getSchema(document.at("/components/schemas/memberEventHeaders")).validate(headers)).isEmpty();
        assertThat(schemas.getSchema(document.path("components").path("messages").path(type.storedName()).at("/headers/allOf/1"))
                .validate(headers)).isEmpty();
    }

    @Test
    void there_is_no_other_record() throws IOException {
        try (var files = Files.list(RECORDS)) {
            assertThat(files.map(it -> it.getFileName().toString())).containsExactlyInAnyOrderElementsOf(approved());
        }
    }

    private static ObjectNode record(String name) throws IOException {
        var type = type(name);
        var event = EventJson.read(type, type.revision(), Files.readString(APPROVED.resolve(name)));
        var metadata = EventJson
                .readMetadata(Files.readString(APPROVED.resolve(name.contains("-") ? "metadata-least.json" : "metadata.json")));
        return json(CLOUD_EVENTS.records(List.of(new RecordedEvent(17, EVENT, event.aggregateId(), 3, type, TIME, metadata, event)), 17)
                .getFirst());
    }

    private static EventType type(String name) {
        return EventType.named(name.substring(0, name.indexOf(".v")));
    }

    private static ObjectNode json(ProducerRecord<String, String> record) {
        var json = JSON.createObjectNode().put("topic", record.topic()).put("key", record.key());
        var headers = json.putObject("headers");
        StreamSupport.stream(record.headers().spliterator(), false)
                .forEach(it -> headers.put(it.key(), new String(it.value(), StandardCharsets.UTF_8)));
        json.set("value", JSON.readTree(record.value()));
        return json;
    }
}
