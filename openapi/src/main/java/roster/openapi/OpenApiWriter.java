package roster.openapi;

import java.util.Comparator;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the document of a service, always in the same way. */
public final class OpenApiWriter {
    private final ServiceApi api;
    private final List<Endpoint> endpoints;
    private final Skeleton skeleton;
    private final Operations operations;
    private final Schemas schemas;
    private final Components components;
    private final Javadocs javadocs;

    OpenApiWriter(ServiceApi api, List<Endpoint> endpoints, Skeleton skeleton, Operations operations, Schemas schemas,
            Components components, Javadocs javadocs) {
        this.api = api;
        this.endpoints = endpoints;
        this.skeleton = skeleton;
        this.operations = operations;
        this.schemas = schemas;
        this.components = components;
        this.javadocs = javadocs;
    }

    public String write() {
        var found = skeleton.of(endpoints);
        schemas.complete(found);
        var document = Json.object().put("openapi", "3.1.0");
        document.putObject("info").put("title", api.title()).put("version", "1").put("description", api.description());
        document.putArray("servers").addObject().put("url", "/").put("description", "Where this document was found.");
        document.set("tags", tags());
        document.set("paths", paths(found));
        components.schemas((ObjectNode) found.at("/components/schemas"));
        components.addTo(document);
        return Json.pretty(document);
    }

    private JsonNode tags() {
        return Json.array(endpoints.stream().map(it -> it.handler().getBeanType()).distinct()
                .map(it -> tag(it)).sorted(Comparator.comparing(it -> it.path("name").asString())).toList());
    }

    private ObjectNode tag(Class<?> controller) {
        var tag = Json.object().put("name", Endpoint.tag(controller));
        Json.putUnlessEmpty(tag, "description", javadocs.of(controller).body());
        return tag;
    }

    private ObjectNode paths(ObjectNode found) {
        var paths = Json.object();
        endpoints.stream().sorted(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method))
                .forEach(it -> paths.withObject("/" + escaped(it.path()))
                        .set(it.method(), operations.complete(it, found.path("paths").path(it.path()).path(it.method()), found)));
        return paths;
    }

    private static String escaped(String path) {
        return path.replace("~", "~0").replace("/", "~1");
    }
}
