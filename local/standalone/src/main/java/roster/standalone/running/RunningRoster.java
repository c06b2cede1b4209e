package roster.standalone.running;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import roster.standalone.settings.Port;
import roster.standalone.settings.Settings;
import roster.standalone.settings.StartFailure;

/** HTTP client of the running Roster, with the operator token of its data folder. */
record RunningRoster(HttpClient http, Settings settings) {
    private static final Duration ANSWER = Duration.ofSeconds(30);

    RunningRoster(Settings settings) {
        this(HttpClient.newHttpClient(), settings);
    }

    HttpRequest.Builder request(Port port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + settings.port(port) + path)).timeout(ANSWER)
                .header("Authorization", "Bearer " + operatorToken());
    }

    /** @throws StartFailure when Roster does not run, or answers with another status */
    HttpResponse<String> send(HttpRequest.Builder request, int expected) throws IOException, InterruptedException {
        var response = send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != expected) {
            throw unexpected(response, response.body());
        }
        return response;
    }

    /** Writes the answer into a file. */
    Path download(HttpRequest.Builder request, Path file) throws IOException, InterruptedException {
        var response = send(request, HttpResponse.BodyHandlers.ofFile(file));
        if (response.statusCode() != 200) {
            throw unexpected(response, Files.readString(file));
        }
        return file;
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder builder, HttpResponse.BodyHandler<T> body)
            throws IOException, InterruptedException {
        var request = builder.build();
        try {
            return http.send(request, body);
        } catch (ConnectException _) {
            throw new StartFailure("no Roster runs on port " + request.uri().getPort() + "; start it with ./roster up");
        }
    }

    private static StartFailure unexpected(HttpResponse<?> response, String body) {
        return new StartFailure(response.uri().getPath() + " answers " + response.statusCode() + " " + body);
    }

    /** Read without the folder's lock, which the running Roster holds. */
    private String operatorToken() {
        var file = settings.data().resolve("operator-token");
        try {
            return Files.readString(file).strip();
        } catch (IOException _) {
            throw new StartFailure("cannot read the operator token in " + file + "; start Roster with ./roster up, or set ROSTER_DATA");
        }
    }
}
