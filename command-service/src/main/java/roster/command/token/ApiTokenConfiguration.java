package roster.command.token;

import java.time.Clock;
import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import roster.command.bus.AggregateDefinition;

@Configuration(proxyBeanMethods = false)
class ApiTokenConfiguration {
    @Bean
    AggregateDefinition apiTokenAggregate(ApiTokens tokens, Clock clock) {
        return new AggregateDefinition(ApiToken.class, List.of(tokens, clock));
    }
}
