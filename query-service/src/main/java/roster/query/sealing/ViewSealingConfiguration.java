package roster.query.sealing;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import roster.eventstore.sealing.DataKeys;
import roster.eventstore.sealing.MasterKeys;
import roster.eventstore.sealing.MasterKeysRefused;
import roster.http.start.CannotStart;

@Configuration(proxyBeanMethods = false)
class ViewSealingConfiguration {
    @Bean
    MasterKeys masterKeys(ViewMasterKeyProperties properties) {
        try {
            return MasterKeys.of(properties.keys());
        } catch (MasterKeysRefused refused) {
            throw new CannotStart(refused.reason());
        }
    }

    @Bean
    DataKeys dataKeys(MasterKeys master, MeterRegistry meters) {
        return new DataKeys(master, meters);
    }
}
