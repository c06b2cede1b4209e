package roster.command.sealing;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import roster.eventstore.sealing.DataKeys;
import roster.eventstore.sealing.MasterKeys;
import roster.eventstore.sealing.MasterKeysRefused;
import roster.http.start.CannotStart;

@Configuration(proxyBeanMethods = false)
class SealingConfiguration {
    /** @throws CannotStart when a master key is wrong or missing, or when all data keys are lost */
    @Bean
    DataKeys dataKeys(MasterKeyProperties master, MissingKeys missing, JdbcClient jdbc, MeterRegistry meters) {
        try {
            var keys = new DataKeys(MasterKeys.of(master.keys()), meters);
            keys.check(jdbc);
            missing.requireSome();
            keys.prove(jdbc);
            keys.destroyErased(jdbc);
            return keys;
        } catch (MasterKeysRefused refused) {
            throw new CannotStart(refused.reason());
        }
    }
}
