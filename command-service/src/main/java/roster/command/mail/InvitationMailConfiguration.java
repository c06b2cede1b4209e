package roster.command.mail;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import roster.command.bus.AggregateDefinition;

@Configuration(proxyBeanMethods = false)
class InvitationMailConfiguration {
    @Bean
    AggregateDefinition invitationMailAggregate() {
        return new AggregateDefinition(InvitationMail.class, List.of());
    }
}
