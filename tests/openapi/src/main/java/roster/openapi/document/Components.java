package roster.openapi.document;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import roster.openapi.Json;

/** The shared parts of operations: those of {@code components.json}, the schemas of types, and error responses. */
final class Components {
    private final ObjectNode known = Json.require("/roster/openapi/components.json");

    boolean hasParameter(String name) {
        return known.at("/parameters").has(name);
    }

    JsonNode parameter(String name) {
        return require("parameters", name);
    }

    /** The component that a reference points to, or else the node itself. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? known.at(node.path("$ref").asString().substring("#/components".length())) : node;
    }

    JsonNode header(String name) {
        return require("headers", name);
    }

    /** A header that only some responses with that status have. */
    JsonNode occasionalHeader(String name) {
        return ((ObjectNode) known.at("/headers/" + name)).deepCopy().put("required", false);
    }

    JsonNode response(String name, ObjectNode response) {
        known.withObject("/responses").set(name, response);
        return Json.ref("responses", name);
    }

    void schemas(ObjectNode schemas) {
        known.withObject("/schemas").setAll(schemas);
    }

    private JsonNode require(String kind, String name) {
        if (!known.at("/" + kind).has(name)) {
            throw new IllegalStateException("components.json has no " + kind + " " + name);
        }
        return Json.ref(kind, name);
    }

    /** Adds the components that the document refers to, and all security schemes. */
    void addTo(ObjectNode document) {
        var components = document.withObject("/components");
        components.set("securitySchemes", known.get("securitySchemes"));
        for (var referred = referred(document); !referred.isEmpty(); referred = referred(document)) {
            referred.forEach(it -> add(components, it));
        }
        for (var kind : List.of("headers", "parameters", "responses", "schemas", "securitySchemes")) {
            if (components.path(kind) instanceof ObjectNode entries) {
                components.set(kind, sortedByName(entries));
            }
        }
        document.set("components", sortedByName(components));
    }

    private static Set<String> referred(ObjectNode document) {
        var pointers = new HashSet<String>();
        document.findValuesAsString("$ref").stream().map(it -> it.substring(1))
                .filter(it -> document.at(it).isMissingNode()).forEach(pointers::add);
        return pointers;
    }

    private void add(ObjectNode components, String pointer) {
        var path = pointer.split("/", -1);
        var found = known.at("/" + path[2] + "/" + path[3]);
        if (found.isMissingNode()) {
            throw new IllegalStateException("there is no " + pointer);
        }
        components.withObject("/" + path[2]).set(path[3], found);
    }

    private static JsonNode sortedByName(ObjectNode node) {
        var fields = new TreeMap<String, JsonNode>();
        node.forEachEntry(fields::put);
        return Json.tree(fields);
    }
}
