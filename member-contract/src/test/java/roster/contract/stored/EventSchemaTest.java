package roster.contract.stored;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import roster.contract.kafka.MemberEventsTopic;
import roster.contract.schema.JsonSchemas;

class EventSchemaTest {
    static final List<EventType> TYPES = EventType.all();
    private static final JsonSchemas PUBLISHED = new JsonSchemas("https://roster.example/queries");
    private static final JsonMapper JSON = new JsonMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @ParameterizedTest
    @FieldSource("TYPES")
    void the_schema_has_the_name_that_records_refer_to(EventType type) {
        assertThat(schema(type).path("$id").asString()).isEqualTo(PUBLISHED.of(type));
        assertThat(schema(type).path("title").asString()).isEqualTo(MemberEventsTopic.cloudEventType(type));
    }

    @ParameterizedTest
    @FieldSource("TYPES")
    void the_schema_knows_every_field_and_which_may_be_absent(EventType type) {
        var fields = Arrays.asList(type.eventClass().getRecordComponents());

        assertThat(schema(type).path("properties").propertyNames())
                .containsExactlyElementsOf(fields.stream().map(RecordComponent::getName).toList());
        assertThat(texts(schema(type).path("required"))).containsExactlyElementsOf(fields.stream()
                .filter(field -> !field.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName).toList());
    }

    @ParameterizedTest
    @FieldSource("TYPES")
    void the_approved_event_is_valid(EventType type) {
        assertThat(errors(type, approved(type))).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("TYPES")
    void an_event_that_says_more_is_valid(EventType type) {
        assertThat(errors(type, approved(type).put("since", "today"))).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("TYPES")
    void an_event_that_lacks_what_it_must_say_is_not_valid(EventType type) {
        for (var field : texts(schema(type).path("required"))) {
            assertThat(errors(type, approved(type).without(field))).as(field).isNotEmpty();
        }
    }

    @ParameterizedTest
    @FieldSource("TYPES")
    void a_value_of_another_kind_is_not_valid(EventType type) {
        for (var field : approved(type).propertyNames()) {
            assertThat(errors(type, approved(type).put(field, true))).as(field).isNotEmpty();
            assertThat(errors(type, approved(type).put(field, ""))).as(field).isNotEmpty();
        }
    }

    private static List<Error> errors(EventType type, JsonNode event) {
        return SCHEMAS.getSchema(schema(type))
                .validate(event, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private static ObjectNode approved(EventType type) {
        return (ObjectNode) JSON.readTree(Approved.json(Approved.nameOf(type)));
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static JsonNode schema(EventType type) {
        return JSON.readTree(PUBLISHED.text(type.storedName() + ".v" + type.revision() + ".json"));
    }
}
