package roster.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The feed of one organization in query-service. */
final class Api {
    private static final JsonMapper JSON = new JsonMapper();
    /** Number of requests in a row that may end without a new event. */
    private static final int ATTEMPTS = 5;
    private static final Duration PAUSE = Duration.ofSeconds(2);
    /** Until an answer begins. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final URI events;
    private final String token;

    Api(URI address, String organization, String token) {
        this.events = address.resolve("/organizations/" + encoded(organization) + "/events");
        this.token = token;
    }

    /** Number and checksum of the events up to a position, as query-service counts them. */
    record Expected(long position, long count, String checksum) {
        @Override
        public String toString() {
            return count + " up to position " + position + " with the checksum " + checksum;
        }
    }

    /** @param moment null for all events */
    Expected expected(@Nullable String moment) throws IOException, InterruptedException {
        try (var body = get("/checksum" + (moment == null ? "" : "?to=" + encoded(moment)), "application/json")) {
            var answer = JSON.readTree(body);
            return new Expected(answer.path("to").asLong(), answer.path("count").asLong(), answer.path("checksum").asString());
        }
    }

    /** Reads all events. After a broken connection it goes on behind the last event that was read. */
    void read(Replay replay) throws IOException, InterruptedException {
        int left = ATTEMPTS;
        while (true) {
            long before = replay.read();
            try {
                lines(get("?after=" + before, "application/x-ndjson"), it -> replay.apply(FeedLine.of(it)));
                return;
            } catch (IOException e) {
                left = replay.read() > before ? ATTEMPTS : left - 1;
                if (left == 0) {
                    throw e;
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    private static void lines(InputStream body, Consumer<String> to) throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            reader.lines().forEach(to);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private InputStream get(String rest, String accept) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(events + rest)).header("Authorization", "Bearer " + token)
                .header("Accept", accept).timeout(LONGEST_WAIT).build();
        var response = send(request);
        if (response.statusCode() == 200) {
            return response.body();
        }
        try (var body = response.body()) {
            var problem = response.statusCode() + " " + new String(body.readAllBytes(), StandardCharsets.UTF_8);
            if (response.statusCode() == 429 || response.statusCode() >= 500) {
                throw new IOException(problem);
            }
            throw new ReplayFailed(request.uri() + " answers " + problem);
        }
    }

    /** @throws IOException which names the address: that of a refused connection has no message */
    private HttpResponse<InputStream> send(HttpRequest request) throws IOException, InterruptedException {
        try {
            return http.send(request, BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new IOException(events + " cannot be reached: " + e, e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
