package roster.systemtest.clients;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The linters that users of OpenAPI know find no error in the documents. */
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
}
