package roster.query;

import java.util.List;
import java.util.Map;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import roster.openapi.OpenApiConfiguration;
import roster.openapi.ServiceApi;
import roster.openapi.Trait;
import roster.query.consistency.ConsistentRead;

/** What the OpenAPI document says of all queries. */
@TestConfiguration(proxyBeanMethods = false)
@Import(OpenApiConfiguration.class)
class QueryApi {
    @Bean
    ServiceApi serviceApi() {
        return new ServiceApi("Roster: queries", "Who belongs to an organization, what they may do, and how it came to be.",
                List.of(new Trait(ConsistentRead.class, List.of("Consistency-Token", "Prefer"), List.of("Consistency-Token"), List.of())),
                Map.of());
    }
}
