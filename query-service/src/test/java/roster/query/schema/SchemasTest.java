package roster.query.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;

import roster.contract.schema.JsonSchemas;
import roster.query.Client;
import roster.query.ServiceTest;

@ServiceTest
class SchemasTest {
    static final List<String> FILES = JsonSchemas.files().toList();

    @Autowired Client client;

    @Autowired JsonSchemas schemas;

    @ParameterizedTest
    @FieldSource("FILES")
    void a_schema_is_at_its_address_for_callers_without_a_credential(String file) {
        var answer = client.anonymous(JsonSchemas.PATH + file);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/schema+json");
        assertThat(answer.text("/$id")).isEqualTo("http://127.0.0.1:8082/schemas/" + file).isEqualTo(schemas.address(file));
    }

    @Test
    void a_schema_can_be_kept_for_an_hour_and_then_be_confirmed() {
        var path = JsonSchemas.PATH + "member.invited.v1.json";
        var answer = client.anonymous(path);

        assertThat(answer.header("Cache-Control")).isEqualTo("max-age=3600, public");
        assertThat(answer.header("ETag")).matches(Pattern.compile("\"\\w+\""));
        assertThat(client.anonymous(path, "If-None-Match", answer.header("ETag")).status()).isEqualTo(304);
        assertThat(client.send("HEAD", path).header("ETag")).isEqualTo(answer.header("ETag"));
    }

    @Test
    void the_document_of_the_topics_is_there_too() {
        var answer = client.page("/asyncapi.yaml");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/vnd.aai.asyncapi+yaml;version=3.0.0");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("max-age=3600, public");
        assertThat(answer.body()).contains("asyncapi: 3.0.0", "address: roster.member-events.v1", "name: roster.member.invited");
    }

    @Test
    void there_is_no_other_schema() {
        assertThat(client.anonymous("/schemas/member.invited.v2.json").status()).isEqualTo(404);
        assertThat(client.anonymous("/schemas/..%2Fapplication.yml").status()).isIn(400, 404);
        assertThat(client.send("POST", "/schemas/member.invited.v1.json").status()).isIn(404, 405);
    }
}
