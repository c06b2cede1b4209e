package roster.command.bus;

import java.util.List;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.lock.NullLockFactory;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Configures the parts of Axon in use: routing of commands to aggregates, and aggregates rebuilt from events. Configured manually, because a
 * silent omission by auto-configuration could lose events. Transactions and locks are those of {@link Commands}.
 */
@Configuration(proxyBeanMethods = false)
class CommandBusConfiguration {
    @Bean(initMethod = "start", destroyMethod = "shutdown")
    org.axonframework.config.Configuration axon(EventStorageEngine store, List<AggregateDefinition> aggregates) {
        var configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(_ -> Jackson3Serializer.builder().build())
                .configureEmbeddedEventStore(_ -> store)
                .configureCorrelationDataProviders(_ -> List.of(new SimpleCorrelationDataProvider(CommandMetadata.EVENT_METADATA)))
                .registerComponent(ParameterResolverFactory.class, _ -> parameters(aggregates));
        aggregates.forEach(it -> add(configurer, it.type()));
        return configurer.buildConfiguration();
    }

    @Bean
    CommandBus commandBus(org.axonframework.config.Configuration axon) {
        return axon.commandBus();
    }

    @Bean
    PriorCommands priorCommands() {
        return command -> Recording.current().carryOutFirst(command);
    }

    private static void add(Configurer configurer, Class<?> type) {
        configurer.configureAggregate(AggregateConfigurer.defaultConfiguration(type)
                .configureLockFactory(_ -> NullLockFactory.INSTANCE)
                .configureCommandTargetResolver(_ -> command -> new VersionedAggregateIdentifier(
                        (Object) ((Command) command.getPayload()).aggregateId(), null)));
    }

    /** Resolvers of further parameters of command handlers. */
    private static ParameterResolverFactory parameters(List<AggregateDefinition> aggregates) {
        var collaborators = aggregates.stream().flatMap(it -> it.collaborators().stream()).toList();
        return MultiParameterResolverFactory.ordered(ClasspathParameterResolverFactory.forClass(CommandBusConfiguration.class),
                new SimpleResourceParameterResolverFactory(collaborators));
    }
}
