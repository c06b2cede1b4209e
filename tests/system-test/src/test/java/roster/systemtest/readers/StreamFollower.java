package roster.systemtest.readers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

import tools.jackson.databind.json.JsonMapper;

/** Reads server-sent events, and connects again with the id of the last one. */
final class StreamFollower extends Follower {
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Source source;
    private final String path;
    private String lastEvent = "0";

    StreamFollower(Source source, String organization) {
        this.source = source;
        this.path = "/organizations/" + organization + "/events/stream";
    }

    @Override
    void read() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(source.address() + path))
                .header("Authorization", "Bearer " + source.operatorToken()).header("Last-Event-ID", lastEvent).build();
        var response = HTTP.send(request, BodyHandlers.ofInputStream());
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            if (response.statusCode() != 200) {
                throw new IOException(response.statusCode() + " " + lines.readLine());
            }
            read(lines);
        }
    }

    /** An event counts once the empty line after it has come. */
    private void read(BufferedReader lines) throws IOException {
        String id = lastEvent;
        String data = "";
        for (var line = lines.readLine(); line != null && !isClosing(); line = lines.readLine()) {
            if (line.isEmpty()) {
                if (!data.isEmpty()) {
                    note(JSON.readTree(data));
                }
                lastEvent = id;
                data = "";
            } else if (line.startsWith("id:")) {
                id = line.substring("id:".length()).strip();
            } else if (line.startsWith("data:")) {
                data += line.substring("data:".length());
            }
        }
    }
}
