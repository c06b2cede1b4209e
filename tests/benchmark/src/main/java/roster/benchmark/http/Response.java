package roster.benchmark.http;

import java.util.Map;

/** @param headers by name in lower case */
public record Response(int status, Map<String, String> headers, String body) {
    /** @throws IllegalStateException when it is absent */
    public String header(String name) {
        var value = headers.get(name);
        if (value == null) {
            throw new IllegalStateException("no " + name + " in " + this);
        }
        return value;
    }

    /** @throws IllegalStateException for any other status */
    public Response require(int expected) {
        if (status != expected) {
            throw new IllegalStateException("status " + status + " instead of " + expected + ": " + body);
        }
        return this;
    }
}
