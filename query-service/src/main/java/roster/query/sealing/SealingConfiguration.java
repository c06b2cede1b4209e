package roster.query.sealing;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import roster.eventstore.sealing.DataKeys;
import roster.eventstore.sealing.MasterKeys;

@Configuration(proxyBeanMethods = false)
class SealingConfiguration {
    @Bean
    DataKeys dataKeys(MasterKeyProperties master, MeterRegistry meters) {
        return new DataKeys(MasterKeys.of(master.keys()), meters);
    }
}
