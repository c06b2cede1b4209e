package roster.openapi;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
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
                new Responses(new Successes(traits, api.answers()), new Refusals(traits, api.refusals()), components), openPaths);
        return new OpenApiWriter(api, Endpoint.in(mapping), new Skeleton(springdoc, resolvers), operations,
                new Schemas(names, javadocs, vocabulary), components, javadocs);
    }

    /** The bodies that callers may ask for instead of those that methods return. */
    @Bean
    GlobalOpenApiCustomizer insteadBodies(ServiceApi api) {
        api.answers().keySet().forEach(SpringDocUtils.getConfig()::addResponseWrapperToIgnore);
        return document -> api.traits().stream().flatMap(it -> Stream.ofNullable(it.instead()))
                .map(it -> ModelConverters.getInstance(true).resolveAsResolvedSchema(new AnnotatedType(it).resolveAsRef(true)))
                .forEach(it -> it.referencedSchemas.forEach(document.getComponents()::addSchemas));
    }
}
