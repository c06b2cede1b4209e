package roster.openapi;

import java.util.List;
import java.util.Map;

/**
 * A request and what was answered.
 *
 * @param path with the query
 */
public record Exchange(String method, String path, Map<String, List<String>> requestHeaders, String requestBody, int status,
        Map<String, List<String>> responseHeaders, String responseBody) {
    boolean succeeded() {
        return status < 300;
    }

    String pathOnly() {
        return path.split("\\?", 2)[0];
    }

    @Override
    public String toString() {
        return method + " " + pathOnly() + " answered " + status;
    }
}
