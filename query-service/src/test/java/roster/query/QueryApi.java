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
import roster.query.consistency.PastRead;
import roster.query.problem.RejectionExamples;

/** Title, description and shared parts of the OpenAPI document of queries. */
@TestConfiguration(proxyBeanMethods = false)
@Import(OpenApiConfiguration.class)
class QueryApi {
    @Bean
    ServiceApi serviceApi() {
        return new ServiceApi("Roster: queries", """
                Queries of an organization's members, roles, permissions, API tokens and history.

                Responses include a command within milliseconds. The response to a request with a `Consistency-Token` includes everything up to it, \
                or is 503. Every list contains the position that it was read at.""",
                List.of(new Trait(ConsistentRead.class, List.of("Consistency-Token", "Prefer"), List.of("Consistency-Token"), List.of(),
                        null), new Trait(PastRead.class, List.of("Consistency-Token", "Prefer"), List.of(), List.of(), null)),
                RejectionExamples.all(), Map.of());
    }
}
