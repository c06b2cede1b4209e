package roster.command.retry;

import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * What the caller is told. {@code body} becomes JSON.
 *
 * @param shownOnce what the body is this once, when it is not to be kept
 */
public record Answer(int status, Map<String, String> headers, @Nullable Object body, @Nullable Object shownOnce) {
    Answer(int status, Map<String, String> headers, @Nullable Object body) {
        this(status, headers, body, null);
    }

    public static Answer noContent() {
        return new Answer(204, Map.of(), null);
    }

    public static Answer ok(Object body) {
        return new Answer(200, Map.of(), body);
    }

    public static Answer created(String location, Object body) {
        return new Answer(201, Map.of("Location", location), body);
    }

    /** The same, but for the eyes of the first who gets it. */
    public Answer showingOnce(Object secret) {
        return new Answer(status, headers, body, secret);
    }

    public Answer with(Map<String, String> more) {
        var all = new TreeMap<>(headers);
        all.putAll(more);
        return new Answer(status, all, body, shownOnce);
    }
}
