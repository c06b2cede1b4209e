package roster.query.sealing;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import roster.eventstore.sealing.DataKeys;
import roster.eventstore.sealing.MasterKeys;
import roster.eventstore.sealing.MasterKeysRefused;
import roster.http.start.CannotStart;

@Configuration(proxyBeanMethods = false)
class SealingConfiguration {
    @Bean
    DataKeys dataKeys(MasterKeyProperties master, MeterRegistry meters) {
        try {
            return new DataKeys(MasterKeys.of(master.keys()), meters);
        } catch (MasterKeysRefused refused) {
            throw new CannotStart(refused.reason());
        }
    }
}
