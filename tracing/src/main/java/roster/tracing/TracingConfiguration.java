package roster.tracing;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tracing as configured by {@code roster.tracing}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TracingProperties.class)
class TracingConfiguration {
    @Bean
    Tracing tracing(TracingProperties properties, @Value("${spring.application.name}") String service) {
        return properties.endpoint().isEmpty() ? Tracing.off() : OtlpExport.begin(properties, service);
    }
}
