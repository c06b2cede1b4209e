package roster.benchmark.http;

import java.nio.charset.StandardCharsets;

/** Requests as bytes. */
public final class Request {
    private Request() {}

    /** @param headers names and values in turn */
    public static byte[] get(String path, String token, String... headers) {
        return (head("GET", path, token, headers) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /** @param headers names and values in turn */
    public static byte[] post(String path, String token, String json, String... headers) {
        return send("POST", path, token, json, headers);
    }

    /** @param headers names and values in turn */
    public static byte[] put(String path, String token, String json, String... headers) {
        return send("PUT", path, token, json, headers);
    }

    private static byte[] send(String method, String path, String token, String json, String... headers) {
        int length = json.getBytes(StandardCharsets.UTF_8).length;
        return (head(method, path, token, headers) + "Content-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n" + json)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String head(String method, String path, String token, String... headers) {
        var head = new StringBuilder(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ")
                .append(token).append("\r\nAccept: application/json\r\n");
        for (int i = 0; i < headers.length; i += 2) {
            head.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
        }
        return head.toString();
    }
}
