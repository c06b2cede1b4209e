package roster.contract.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

import roster.contract.Variants;
import roster.contract.event.Event;
import roster.contract.kafka.MemberState;
import roster.contract.kafka.MemberStateJson;
import roster.contract.kafka.States;
import roster.contract.stored.EventJson;
import roster.contract.stored.EventType;
import roster.contract.stored.Examples;

/** A consumer with an older schema can read what is written today: within a revision, a schema changes compatibly. */
class SchemaHistoryTest {
    static final List<String> NAMES = JsonSchemas.files().map(it -> it.replace(".json", "")).toList();

    /** @param schema name of the schema of the revision that is written */
    record Written(String schema, String variant, String json) {
        static Stream<Written> of(Event event) {
            var type = EventType.of(event);
            return Variants.of((Record & Event) event).entrySet().stream()
                    .map(it -> new Written(type.storedName() + ".v" + type.revision(), it.getKey(), EventJson.write(it.getValue())));
        }

        static Stream<Written> of(MemberState state) {
            return Variants.of(state).entrySet().stream()
                    .map(it -> new Written("member-state.v1", it.getKey(), MemberStateJson.write(it.getValue())));
        }

        @Override
        public String toString() {
            return schema + ", " + variant;
        }
    }

    static Stream<Written> everythingThatIsWritten() {
        return Stream.concat(Examples.EVENTS.stream().flatMap(Written::of), Written.of(States.GRACE));
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void the_history_of_a_schema_ends_with_what_is_published(String name) {
        var history = SchemaHistory.of(name);

        assertThat(history).as("schema-history/%s/1.json", name).isNotEmpty();
        assertThat(history.getLast()).as("add the schema, without descriptions, as schema-history/%s/%d.json", name, history.size() + 1)
                .isEqualTo(SchemaHistory.today(name));
    }

    @ParameterizedTest
    @MethodSource("everythingThatIsWritten")
    void what_is_written_is_valid_by_every_schema_of_its_revision(Written written) {
        assertThat(SchemaHistory.violations(written.schema(), written.json())).isSubsetOf(SchemaHistory.knownBreaks());
    }

    @Test
    void the_list_of_known_breaks_has_no_other_ones() {
        assertThat(everythingThatIsWritten().flatMap(it -> SchemaHistory.violations(it.schema(), it.json()))
                .distinct().sorted()).containsExactlyElementsOf(SchemaHistory.knownBreaks());
    }
}
