package roster.openapi.contract;

import java.util.Map;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.JsonNode;

/** An operation as a document describes it. */
record Operation(String method, PathPattern path, JsonNode node) {
    Operation(String method, String path, JsonNode node) {
        this(method, PathPatternParser.defaultInstance.parse(path), node);
    }

    boolean matches(String requested) {
        return path.matches(PathContainer.parsePath(requested));
    }

    Map<String, String> variablesOf(String requested) {
        var matched = path.matchAndExtract(PathContainer.parsePath(requested));
        return matched == null ? Map.of() : matched.getUriVariables();
    }

    @Override
    public String toString() {
        return node.path("operationId").asString(method + " " + path);
    }
}
