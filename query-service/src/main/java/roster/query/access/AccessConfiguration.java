package roster.query.access;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import roster.http.access.OpenPaths;

/** Where the decisions are is no secret. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {
    @Bean
    static OpenPaths metadata() {
        return new OpenPaths(List.of(MetadataController.PATH));
    }
}
