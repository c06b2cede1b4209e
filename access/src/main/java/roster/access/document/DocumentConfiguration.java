package roster.access.document;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.util.List;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

import roster.access.control.OpenPaths;

/** Serves the committed OpenAPI document without authentication: its content is public. */
@Configuration(proxyBeanMethods = false)
class DocumentConfiguration {
    private static final String PATH = "/openapi.json";

    @Bean
    RouterFunction<ServerResponse> openApiDocument(@Value("${spring.application.name}") String service) {
        return route().resource(GET(PATH), new ClassPathResource("openapi/" + service + ".json")).build();
    }

    @Bean
    OpenPaths openApiPath() {
        return new OpenPaths(List.of(PATH));
    }
}
