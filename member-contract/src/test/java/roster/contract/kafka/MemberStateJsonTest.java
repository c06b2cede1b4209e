package roster.contract.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import roster.contract.event.InvitationStatus;
import roster.contract.event.MemberStatus;
import roster.contract.role.Role;
import roster.contract.schema.JsonSchemas;

class MemberStateJsonTest {
    private static final JsonSchemas PUBLISHED = new JsonSchemas("https://roster.example/queries");
    private static final JsonMapper JSON = new JsonMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final MemberState GRACE = grace("Grace Hopper", "Grace@Navy.example");
    private static final MemberState UNREADABLE = grace(null, null);

    private static MemberState grace(@Nullable String name, @Nullable String email) {
        return new MemberState(UUID.fromString("01980a5c-0000-7000-8000-000000000002"),
                UUID.fromString("01980a5c-0000-7000-8000-000000000001"), name, email, Role.DEVELOPER, MemberStatus.ACTIVE,
                InvitationStatus.ACCEPTED, Instant.parse("2026-01-02T09:30:00.123456Z"), 3, 1815);
    }

    @Test
    void a_state_is_written_and_read_as_approved() throws IOException {
        assertThat(MemberStateJson.write(GRACE)).isEqualTo(approved().toString());
        assertThat(MemberStateJson.read(approved().toString())).isEqualTo(GRACE);
    }

    @Test
    void a_state_leaves_out_what_is_no_longer_readable() throws IOException {
        var expected = approved();
        expected.remove(List.of("name", "email"));

        assertThat(MemberStateJson.write(UNREADABLE)).isEqualTo(expected.toString());
        assertThat(MemberStateJson.read(expected.toString())).isEqualTo(UNREADABLE);
        assertThat(errors(expected)).isEmpty();
    }

    @Test
    void the_schema_knows_every_field_and_which_may_be_absent() {
        var fields = Arrays.asList(MemberState.class.getRecordComponents());
        var schema = schema();

        assertThat(schema.path("$id").asString()).isEqualTo(PUBLISHED.ofMemberState());
        assertThat(schema.path("properties").propertyNames())
                .containsExactlyElementsOf(fields.stream().map(RecordComponent::getName).toList());
        assertThat(schema.path("required").valueStream().map(JsonNode::asString)).containsExactlyElementsOf(fields.stream()
                .filter(field -> !field.getAnnotatedType().isAnnotationPresent(Nullable.class)).map(RecordComponent::getName).toList());
    }

    @Test
    void the_approved_state_is_valid_also_when_it_says_more() throws IOException {
        assertThat(errors(approved())).isEmpty();
        assertThat(errors(approved().put("nickname", "Amazing"))).isEmpty();
    }

    @Test
    void a_value_of_another_kind_is_not_valid() throws IOException {
        for (var field : approved().propertyNames()) {
            assertThat(errors(approved().put(field, true))).as(field).isNotEmpty();
            assertThat(errors(approved().put(field, ""))).as(field).isNotEmpty();
        }
    }

    /** The topic contains no state of an ended membership. */
    @Test
    void an_ended_membership_is_not_valid() throws IOException {
        assertThat(errors(approved().put("status", "deleted"))).isNotEmpty();
    }

    private static JsonNode schema() {
        return JSON.readTree(PUBLISHED.text("member-state.v1.json"));
    }

    private static List<Error> errors(JsonNode state) {
        return SCHEMAS.getSchema(schema())
                .validate(state, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private static ObjectNode approved() throws IOException {
        return (ObjectNode) read("/approved-states/member-state.v1.json");
    }

    private static JsonNode read(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(MemberStateTopic.class.getResourceAsStream(name), name)) {
            return JSON.readTree(file);
        }
    }
}
