package roster.command.organization;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import roster.command.bus.AggregateDefinition;

@Configuration(proxyBeanMethods = false)
class OrganizationConfiguration {
    @Bean
    AggregateDefinition organizationAggregate(Organizations organizations) {
        return new AggregateDefinition(RegisteredOrganization.class, List.of(organizations));
    }
}
