package roster.contract.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonSchemasTest {
    static final List<String> FILES = JsonSchemas.files().toList();
    private static final JsonSchemas SCHEMAS = new JsonSchemas("https://roster.example/queries");

    @Test
    void every_file_is_published() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/schema"))) {
            assertThat(files.map(it -> it.getFileName().toString())).containsExactlyInAnyOrderElementsOf(FILES);
        }
    }

    @ParameterizedTest
    @FieldSource("FILES")
    void a_schema_has_its_address_as_id_and_depends_on_no_other_one(String file) {
        var schema = new JsonMapper().readTree(SCHEMAS.text(file));

        assertThat(schema.path("$id").asString()).isEqualTo("https://roster.example/queries/schemas/" + file);
        assertThat(schema.findValues("$ref")).extracting(JsonNode::asString).allMatch(it -> it.startsWith("#"));
    }
}
