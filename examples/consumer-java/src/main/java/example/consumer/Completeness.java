package example.consumer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.TreeMap;

import tools.jackson.databind.json.JsonMapper;

/** Compares the events of an organization that were read with those that query-service has, from one proof to the next. */
public final class Completeness {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * @param complete true when what was read is what query-service has, up to its position {@code to}
     * @param count    number of events that were read since the last complete proof
     * @param expected number of events that query-service has since then
     */
    public record Proof(boolean complete, long to, int count, int expected, String checksum) {}

    private final URI api;
    private final String token;
    private final String organization;
    /** Lines of the events that are not proven yet, by position. */
    private final TreeMap<Long, String> lines = new TreeMap<>();
    private long proven;

    Completeness(URI api, String token, String organization, long proven) {
        this.api = api;
        this.token = token;
        this.organization = organization;
        this.proven = proven;
    }

    /** A copy of the same event has the same position and line. */
    void note(long position, String line) {
        if (position > proven) {
            lines.put(position, line);
        }
    }

    boolean hasNews() {
        return !lines.isEmpty();
    }

    Proof prove() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(api.resolve("/organizations/" + organization + "/events/checksum?from=" + proven))
                .header("Authorization", "Bearer " + token).timeout(Duration.ofSeconds(30)).build();
        var response = HTTP.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(response.statusCode() + " " + response.body());
        }
        var answer = JSON.readTree(response.body());
        long to = answer.path("to").asLong();
        var read = lines.headMap(to, true);
        var proof = new Proof(EventSum.of(read.values()).equals(answer.path("checksum").asString()), to, read.size(),
                answer.path("count").asInt(), answer.path("checksum").asString());
        if (proof.complete) {
            proven = to;
            read.clear();
        }
        return proof;
    }
}
