package roster.settings;

import java.util.Map;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives a service the secrets that are in files, before anything reads a secret, and once failures can be logged. Registered in
 * {@code spring.factories}.
 */
final class SecretFilesInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {
    SecretFilesInitializer() {}

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var settings = context.getEnvironment();
        var secrets = SecretFiles.read(settings::getProperty);
        // first, because a setting that is empty counts as absent
        settings.getPropertySources().addFirst(new MapPropertySource("files of secrets", Map.copyOf(secrets)));
    }

    /** After the settings of tests, which are initializers, too. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
