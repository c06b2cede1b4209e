package roster.contract.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import roster.contract.kafka.LogCheckpointsTopic;
import roster.contract.kafka.MemberEventsTopic;
import roster.contract.kafka.MemberStateTopic;
import roster.contract.stored.EventType;

class AsyncApiTest {
    @Test
    void the_committed_document_is_what_the_contract_says() throws IOException {
        if (Boolean.getBoolean("roster.openapi.write")) {
            Files.writeString(AsyncApi.COMMITTED, AsyncApi.text());
        }

        assertThat(AsyncApi.COMMITTED).as("-Droster.openapi.write=true writes it anew").hasContent(AsyncApi.text());
    }

    @Test
    void it_has_every_topic_that_consumers_read() {
        assertThat(AsyncApi.committed().at("/channels").valueStream().map(it -> it.path("address").asString()))
                .containsExactly(MemberEventsTopic.NAME, MemberStateTopic.NAME, LogCheckpointsTopic.NAME);
    }

    @Test
    void it_has_every_event_with_its_schema() {
        var document = AsyncApi.committed();

        assertThat(document.at("/channels/memberEvents/messages").propertyNames())
                .containsExactlyElementsOf(EventType.all().stream().map(EventType::storedName).toList());
        assertThat(document.at("/components/schemas").propertyNames()).containsAll(JsonSchemas.files().map(it -> it.replace(".json", ""))
                .toList());
        for (var type : EventType.all()) {
            var message = document.path("components").path("messages").path(type.storedName());
            assertThat(message.path("name").asString()).isEqualTo(MemberEventsTopic.cloudEventType(type));
            assertThat(message.at("/payload/$ref").asString()).endsWith(type.storedName() + ".v" + type.revision());
        }
    }

    @Test
    void it_describes_every_header() {
        assertThat(headers("memberEventHeaders")).containsExactlyInAnyOrderElementsOf(constants(MemberEventsTopic.class));
        assertThat(headers("memberStateHeaders")).containsExactlyInAnyOrderElementsOf(constants(MemberStateTopic.class));
        assertThat(headers("logCheckpointHeaders")).containsExactlyInAnyOrderElementsOf(constants(LogCheckpointsTopic.class));
    }

    @Test
    void every_reference_leads_to_something() {
        var document = AsyncApi.committed();

        assertThat(document.findValues("$ref")).extracting(JsonNode::asString).isNotEmpty()
                .allSatisfy(it -> assertThat(document.at(it.substring(1)).isObject()).as(it).isTrue());
    }

    private static List<String> headers(String schema) {
        return List.copyOf(AsyncApi.committed().path("components").path("schemas").path(schema).path("properties").propertyNames());
    }

    /** The public names of a topic class that are not names of topics. */
    private static List<String> constants(Class<?> topic) {
        return Arrays.stream(topic.getFields()).filter(it -> it.getType() == String.class).flatMap(AsyncApiTest::value)
                .filter(it -> !it.startsWith("roster.")).toList();
    }

    private static Stream<String> value(Field field) {
        try {
            return Stream.of((String) field.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
