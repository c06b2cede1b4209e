package roster.openapi.document;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import roster.openapi.Json;
import roster.openapi.javadoc.Javadocs;

/** Writes the document of a service, in a stable order. */
public final class OpenApiWriter {
    private final ServiceApi api;
    private final OpenApiWebMvcResource springdoc;
    private final Origins origins;
    private final Operations operations;
    private final Schemas schemas;
    private final Components components;
    private final Javadocs javadocs;

    OpenApiWriter(ServiceApi api, OpenApiWebMvcResource springdoc, Origins origins, Operations operations, Schemas schemas,
            Components components, Javadocs javadocs) {
        this.api = api;
        this.springdoc = springdoc;
        this.origins = origins;
        this.operations = operations;
        this.schemas = schemas;
        this.components = components;
        this.javadocs = javadocs;
    }

    public String write() {
        var found = found();
        var endpoints = endpoints(found);
        var document = Json.object().put("openapi", "3.1.0");
        document.putObject("info").put("title", api.title()).put("version", "1").put("description", api.description())
                .putObject("license").put("name", "Apache License 2.0").put("identifier", "Apache-2.0");
        document.putArray("servers").addObject().put("url", "/").put("description", "The server of this document.");
        document.set("tags", tags(endpoints));
        var paths = document.putObject("paths");
        endpoints.forEach(it -> path(paths, it.path()).set(it.method(), operations.complete(it, found)));
        components.schemas((ObjectNode) found.at("/components/schemas"));
        components.addTo(document);
        return Json.pretty(document);
    }

    private ObjectNode found() {
        try {
            return schemas
                    .complete((ObjectNode) Json.MAPPER.readTree(springdoc.openapiJson(new MockHttpServletRequest(), "", Locale.ROOT)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Endpoint> endpoints(ObjectNode found) {
        return found.path("paths").propertyStream()
                .flatMap(path -> path.getValue().propertyStream().map(it -> endpoint(it.getKey(), path.getKey(), it.getValue())))
                .sorted(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method)).toList();
    }

    private Endpoint endpoint(String method, String path, JsonNode found) {
        return new Endpoint(method, path, origins.handlerOf(found.path("operationId").asString()), found, api.variantAt(path));
    }

    private JsonNode tags(List<Endpoint> endpoints) {
        return Json.tree(endpoints.stream().map(it -> it.handler().getBeanType()).distinct()
                .map(this::tag).sorted(Comparator.comparing(it -> it.path("name").asString())).toList());
    }

    private ObjectNode tag(Class<?> controller) {
        var tag = Json.object().put("name", Endpoint.tag(controller));
        Json.putUnlessEmpty(tag, "description", javadocs.of(controller).body());
        return tag;
    }

    private static ObjectNode path(ObjectNode paths, String path) {
        return paths.has(path) ? (ObjectNode) paths.get(path) : paths.putObject(path);
    }
}
