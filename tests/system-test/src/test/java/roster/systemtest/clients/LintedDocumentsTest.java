package roster.systemtest.clients;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The linters that users of OpenAPI and AsyncAPI know find no error in the documents. */
@Tag("nightly")
class LintedDocumentsTest {
    @ParameterizedTest
    @ValueSource(strings = {"command-service", "query-service"})
    void spectral_finds_no_error(String service) {
        Node.in("lint").with("spectral.yaml").run("npx", "spectral", "lint", Documents.of(service), "--ruleset", "spectral.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"command-service", "query-service"})
    void neither_does_redocly(String service) {
        Node.in("lint").run("npx", "redocly", "lint", Documents.of(service));
    }

    @Test
    void asyncapi_reads_the_document_of_the_topics() {
        var tool = Node.in("lint").with("asyncapi.js");

        tool.run("node", "asyncapi.js", Documents.file("asyncapi.yaml"));

        assertThat(tool.output()).contains("2 channels");
    }
}
