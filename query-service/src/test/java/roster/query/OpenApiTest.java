package roster.query;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import roster.openapi.CommittedDocument;
import roster.openapi.OpenApiWriter;

@ServiceTest
class OpenApiTest {
    @Autowired OpenApiWriter writer;

    @Test
    void the_committed_document_is_what_the_controllers_say() {
        new CommittedDocument("query-service").requireToBe(writer.write());
    }
}
