package roster.console.service;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.DefaultUriBuilderFactory;
import org.springframework.web.util.UriBuilder;

/** The URI of a query or page, with parameters that may be absent. Blank values count as absent. */
public final class QueryParameters {
    private final UriBuilder uri;
    private final Map<String, Object> values;

    /**
     * @param path      template of the path
     * @param variables values of its variables
     */
    public QueryParameters(UriBuilder uri, String path, Map<String, ?> variables) {
        this.uri = uri.path(path);
        this.values = new HashMap<>(variables);
    }

    /** Of a page of the console. */
    public static QueryParameters ofPage(String path, Map<String, ?> variables) {
        return new QueryParameters(new DefaultUriBuilderFactory().builder(), path, variables);
    }

    public QueryParameters and(String name, @Nullable Object value) {
        var text = value == null ? "" : value.toString().strip();
        if (!text.isEmpty()) {
            uri.queryParam(name, "{" + name + "}");
            values.put(name, text);
        }
        return this;
    }

    public URI build() {
        return uri.build(values);
    }

    public static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
