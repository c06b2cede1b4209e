package roster.openapi.contract;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/**
 * A request and its response.
 *
 * @param path path and query
 */
public record Exchange(String method, String path, Map<String, List<String>> requestHeaders, String requestBody, int status,
        Map<String, List<String>> responseHeaders, String responseBody) {
    public static Exchange of(HttpResponse<String> response, String requestBody) {
        var request = response.request();
        var uri = request.uri();
        return new Exchange(request.method(), uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()),
                request.headers().map(), requestBody, response.statusCode(), response.headers().map(), response.body());
    }

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
