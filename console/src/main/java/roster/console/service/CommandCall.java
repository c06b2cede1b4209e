package roster.console.service;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.UriBuilder;

/**
 * A request to command-service.
 *
 * @param path    path template, whose variables are the ids
 * @param reason  reason for the history; null for none
 * @param key     idempotency key of the form
 * @param version version that the user saw; null when it does not matter
 */
public record CommandCall(HttpMethod method, String path, List<Object> ids, Map<String, ?> fields, @Nullable String reason,
        @Nullable String key,
        @Nullable Long version) {
    private static final String DRY_RUN = "/dry-run";

    public static CommandCall post(String path, Object... ids) {
        return new CommandCall(HttpMethod.POST, path, List.of(ids), Map.of(), null, null, null);
    }

    public static CommandCall put(String path, Object... ids) {
        return new CommandCall(HttpMethod.PUT, path, List.of(ids), Map.of(), null, null, null);
    }

    public static CommandCall delete(String path, Object... ids) {
        return new CommandCall(HttpMethod.DELETE, path, List.of(ids), Map.of(), null, null, null);
    }

    public CommandCall with(Map<String, ?> body) {
        return new CommandCall(method, path, ids, body, reason, key, version);
    }

    public CommandCall with(String field, Object value) {
        var more = new HashMap<String, Object>(fields);
        more.put(field, value);
        return with(more);
    }

    public CommandCall because(@Nullable String given) {
        return new CommandCall(method, path, ids, fields, given == null || given.isBlank() ? null : given.strip(), key, version);
    }

    public CommandCall once(String formKey) {
        return new CommandCall(method, path, ids, fields, reason, formKey, version);
    }

    public CommandCall ifStill(long seen) {
        return new CommandCall(method, path, ids, fields, reason, key, seen);
    }

    boolean hasBody() {
        return !HttpMethod.DELETE.equals(method);
    }

    Map<String, Object> body() {
        var body = new HashMap<String, Object>(fields);
        if (reason != null) {
            body.put("reason", reason);
        }
        return body;
    }

    /** The URI, with the fields as query parameters if the method has no body. */
    URI uri(UriBuilder uri, boolean dryRun) {
        uri.path(dryRun ? DRY_RUN + path : path);
        var values = new ArrayList<Object>(ids);
        if (!hasBody()) {
            body().forEach((name, value) -> {
                uri.queryParam(name, "{" + name + "}");
                values.add(value);
            });
        }
        return uri.build(values.toArray());
    }
}
