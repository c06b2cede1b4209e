package roster.query.schema;

import static org.springframework.web.servlet.function.RequestPredicates.path;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

import roster.access.control.OpenPaths;
import roster.contract.schema.JsonSchemas;

/** Serves the JSON Schemas and the AsyncAPI document without authentication: their content is public. */
@Configuration(proxyBeanMethods = false)
class SchemaConfiguration {
    private static final MediaType SCHEMA = MediaType.parseMediaType("application/schema+json");
    private static final MediaType ASYNC_API = MediaType.parseMediaType("application/vnd.aai.asyncapi+yaml;version=3.0.0");
    private static final String ASYNC_API_PATH = "/asyncapi.yaml";
    /** A schema changes only with a new version of Roster. */
    private static final CacheControl HOUR = CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    @Bean
    static JsonSchemas jsonSchemas(@Value("${roster.public.url}") String url) {
        return new JsonSchemas(url);
    }

    @Bean
    static OpenPaths schemaPaths() {
        return new OpenPaths(List.of(JsonSchemas.PATH + "*", ASYNC_API_PATH));
    }

    @Bean
    static RouterFunction<ServerResponse> schemas(JsonSchemas schemas) {
        var routes = route();
        JsonSchemas.files().forEach(file -> {
            var text = schemas.text(file).getBytes(StandardCharsets.UTF_8);
            routes.resource(path(JsonSchemas.PATH + file), new ByteArrayResource(text), (_, headers) -> describe(text, SCHEMA, headers));
        });
        return routes.build();
    }

    @Bean
    static RouterFunction<ServerResponse> asyncApiDocument() throws IOException {
        var file = new ClassPathResource("asyncapi/asyncapi.yaml");
        var text = file.getContentAsByteArray();
        return route().resource(path(ASYNC_API_PATH), file, (_, headers) -> describe(text, ASYNC_API, headers)).build();
    }

    private static void describe(byte[] text, MediaType type, HttpHeaders headers) {
        headers.setContentType(type);
        headers.setCacheControl(HOUR);
        headers.setETag('"' + DigestUtils.md5DigestAsHex(text) + '"');
    }
}
