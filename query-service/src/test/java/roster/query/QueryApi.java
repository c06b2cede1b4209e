package roster.query;

import java.util.List;
import java.util.Map;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import roster.openapi.document.OpenApiConfiguration;
import roster.openapi.document.ServiceApi;
import roster.openapi.document.Trait;
import roster.query.consistency.ConsistentRead;
import roster.query.problem.RejectionExamples;

/** What the OpenAPI document says of all queries. */
@TestConfiguration(proxyBeanMethods = false)
@Import(OpenApiConfiguration.class)
class QueryApi {
    @Bean
    ServiceApi serviceApi() {
        return new ServiceApi("Roster: queries", """
                Tells who belongs to an organization, what they may do, and how it came to be.

                Answers follow the commands within milliseconds. One that is sent a `Consistency-Token` includes everything up to it, or says with 503 \
                that it cannot yet. Every list tells the position that it is true as of.""",
                List.of(new Trait(ConsistentRead.class, List.of("Consistency-Token", "Prefer"), List.of("Consistency-Token"), List.of(),
                        null)),
                RejectionExamples.all(), Map.of());
    }
}
