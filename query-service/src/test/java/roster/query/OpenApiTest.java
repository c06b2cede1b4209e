package roster.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import roster.openapi.contract.CommittedDocument;
import roster.openapi.contract.Completeness;
import roster.openapi.document.OpenApiWriter;

@OwnServiceTest
class OpenApiTest {
    @Autowired OpenApiWriter writer;

    @Autowired Client client;

    @Test
    void the_committed_document_is_what_the_controllers_say() {
        new CommittedDocument("query-service").requireToBe(writer.write());
    }

    @Test
    void it_is_complete() {
        assertThat(Completeness.missingFrom(writer.write())).isEmpty();
    }

    @Test
    void anybody_may_read_it() {
        var answer = client.anonymous("/openapi.json");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.text("/info/title")).isEqualTo("Roster: queries");
    }
}
