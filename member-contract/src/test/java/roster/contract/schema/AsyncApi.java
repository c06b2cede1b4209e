package roster.contract.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import roster.contract.kafka.LogCheckpointsTopic;
import roster.contract.kafka.MemberEventsTopic;
import roster.contract.kafka.MemberStateTopic;
import roster.contract.stored.EventType;

/** The AsyncAPI document: a frame with prose, completed with the topics, event types and schemas of the code. */
final class AsyncApi {
    static final Path COMMITTED = Path.of("../docs/asyncapi.yaml");
    private static final Path FRAME = Path.of("src/test/resources/asyncapi/frame.yaml");
    private static final String NOTE = "# Written by AsyncApiTest. -Droster.openapi.write=true writes it anew.\n";
    private static final JsonMapper JSON = new JsonMapper();

    private AsyncApi() {}

    static JsonNode committed() {
        return tree(COMMITTED);
    }

    /** The document that belongs to the code. */
    static String text() {
        Map<String, Object> document = new Yaml().load(read(FRAME));
        at(document, "channels", "memberEvents").put("address", MemberEventsTopic.NAME);
        at(document, "channels", "memberStates").put("address", MemberStateTopic.NAME);
        at(document, "channels", "logCheckpoints").put("address", LogCheckpointsTopic.NAME);
        EventType.all().forEach(it -> at(document, "components", "messages").put(it.storedName(), message(it)));
        JsonSchemas.files().map(it -> it.replace(".json", "")).forEach(it -> at(document, "components", "schemas").put(it, schema(it)));
        at(document, "channels", "memberEvents").put("messages", messages(EventType.all().stream().map(EventType::storedName).toList()));
        at(document, "channels", "memberStates").put("messages", messages(List.of("member-state", "member-state-tombstone")));
        at(document, "channels", "logCheckpoints").put("messages", messages(List.of("log-checkpoint")));
        return NOTE + yaml().dump(document);
    }

    private static Map<String, Object> messages(List<String> names) {
        var messages = new LinkedHashMap<String, Object>();
        names.forEach(it -> messages.put(it, reference("messages", it)));
        return messages;
    }

    private static Map<String, Object> message(EventType type) {
        var schema = type.storedName() + ".v" + type.revision();
        var message = new LinkedHashMap<String, Object>();
        message.put("name", MemberEventsTopic.cloudEventType(type));
        message.put("title", type.storedName());
        message.put("summary", schema(schema).get("description"));
        message.put("contentType", "application/json");
        message.put("headers", Map.of("allOf", List.of(reference("schemas", "memberEventHeaders"), Map.of("properties", headers(type)))));
        message.put("payload", reference("schemas", schema));
        message.put("bindings", reference("messageBindings", "keyed"));
        return message;
    }

    private static Map<String, Object> headers(EventType type) {
        var headers = new LinkedHashMap<String, Object>();
        headers.put(MemberEventsTopic.TYPE, Map.of("const", MemberEventsTopic.cloudEventType(type)));
        headers.put(MemberEventsTopic.REVISION, Map.of("const", Integer.toString(type.revision())));
        headers.put(MemberEventsTopic.DATA_SCHEMA, Map.of("pattern", new JsonSchemas("").of(type).replace(".", "\\.") + "$"));
        return headers;
    }

    private static Map<String, Object> reference(String kind, String name) {
        return Map.of("$ref", "#/components/" + kind + "/" + name);
    }

    /** Without the names that a schema has only at an address of its own. */
    private static Map<String, Object> schema(String name) {
        Map<String, Object> schema = new Yaml().load(new JsonSchemas("").text(name + ".json"));
        schema.remove("$schema");
        schema.remove("$id");
        return schema;
    }

    private static Map<String, Object> at(Map<String, Object> document, String parent, String name) {
        return at(at(document, parent), name);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> at(Map<String, Object> document, String name) {
        return (Map<String, Object>) Objects.requireNonNull(document.get(name), name);
    }

    private static Yaml yaml() {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(FlowStyle.BLOCK);
        options.setWidth(180);
        return new Yaml(options);
    }

    private static JsonNode tree(Path file) {
        return JSON.valueToTree(new Yaml().load(read(file)));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
