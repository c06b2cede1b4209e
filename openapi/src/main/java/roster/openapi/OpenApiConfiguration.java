package roster.openapi;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.swagger.v3.core.jackson.ModelResolver;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import roster.http.access.OpenPaths;

/** To be imported by tests that run a whole service, which say by a {@link ServiceApi} what is particular to it. */
@Configuration(proxyBeanMethods = false)
public class OpenApiConfiguration {
    static {
        ModelResolver.enumsAsRef = true;
    }

    @Bean
    SchemaNames schemaNames() {
        return new SchemaNames();
    }

    @Bean
    @Lazy
    OpenApiWriter openApiWriter(ServiceApi api, OpenApiWebMvcResource springdoc, SchemaNames names, List<OpenPaths> openPaths,
            List<HandlerMethodArgumentResolver> resolvers,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        var javadocs = Javadocs.beside(Path.of(""));
        var vocabulary = Vocabulary.read();
        var components = new Components();
        var traits = Stream.concat(Trait.OF_EVERY_SERVICE.stream(), api.traits().stream()).toList();
        var operations = new Operations(javadocs, new Requests(traits, components, vocabulary, javadocs),
                new Responses(new Successes(traits), new Refusals(traits, api.refusals()), components), openPaths);
        return new OpenApiWriter(api, Endpoint.in(mapping), new Skeleton(springdoc, resolvers), operations,
                new Schemas(names, javadocs, vocabulary), components, javadocs);
    }

    @Bean
    DeclaredBodies declaredBodies(ServiceApi api) {
        return new DeclaredBodies(api.traits());
    }
}
