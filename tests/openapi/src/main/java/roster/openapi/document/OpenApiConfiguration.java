package roster.openapi.document;

import java.nio.file.Path;
import java.util.List;

import io.swagger.v3.core.jackson.ModelResolver;
import org.springdoc.core.utils.SpringDocUtils;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

import roster.access.control.Caller;
import roster.access.control.OpenPaths;
import roster.openapi.javadoc.Javadocs;

/** Test configuration that generates the document of a service, described by its {@link ServiceApi}. */
@Configuration(proxyBeanMethods = false)
public class OpenApiConfiguration {
    @Bean
    Origins origins(ServiceApi api) {
        ModelResolver.enumsAsRef = true;
        var springdoc = SpringDocUtils.getConfig();
        springdoc.addRequestWrapperToIgnore(Caller.class, Trait.OF_ORGANIZATIONS.argument());
        api.traits().forEach(it -> springdoc.addRequestWrapperToIgnore(it.argument()));
        api.answers().keySet().forEach(springdoc::addResponseWrapperToIgnore);
        return new Origins(api);
    }

    @Bean
    @Lazy
    OpenApiWriter openApiWriter(ServiceApi api, OpenApiWebMvcResource springdoc, Origins origins, List<OpenPaths> openPaths) {
        var javadocs = Javadocs.beside(Path.of(""));
        var vocabulary = Vocabulary.read();
        var components = new Components();
        var operations = new Operations(javadocs, new Requests(api, components, vocabulary, javadocs), new Responses(api, components),
                openPaths);
        return new OpenApiWriter(api, springdoc, origins, operations, new Schemas(origins, javadocs, vocabulary), components, javadocs);
    }
}
