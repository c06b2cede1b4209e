package roster.local.request;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A valid request, of which {@link OddRequests} makes odd ones.
 *
 * @param path       with values in place of its variables
 * @param parameters names of its query parameters
 * @param headers    by name
 * @param body       empty for none
 */
public record Route(String method, String path, List<String> parameters, Map<String, String> headers, String body) {
    Route method(String other) {
        return new Route(other, path, parameters, headers, body);
    }

    Route path(String other) {
        return new Route(method, other, parameters, headers, body);
    }

    public Route withBody(String other) {
        return new Route(method, path, parameters, headers, other);
    }

    public Route header(String name, String value) {
        var changed = new LinkedHashMap<>(headers);
        changed.put(name, value);
        return new Route(method, path, parameters, changed, body);
    }

    /** The request, one character for each byte. */
    String text(String... moreLines) {
        var lines = new ArrayList<String>();
        lines.add(method + " " + path + " HTTP/1.1");
        headers.forEach((name, value) -> lines.add(name + ": " + value));
        lines.addAll(List.of(moreLines));
        if (lines.stream().noneMatch(it -> it.startsWith("Content-Length:") || it.startsWith("Transfer-Encoding:"))) {
            lines.add("Content-Length: " + body.length());
        }
        return String.join("\r\n", lines) + "\r\n\r\n" + body;
    }
}
