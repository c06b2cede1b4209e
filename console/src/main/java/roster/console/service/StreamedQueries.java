package roster.console.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import jakarta.servlet.http.HttpSession;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.util.DefaultUriBuilderFactory;
import org.springframework.web.util.UriBuilder;

/** Sends queries to query-service whose responses arrive for minutes or hours. Only their beginning is awaited. */
@Component
public class StreamedQueries {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration BEGIN = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();
    private final DefaultUriBuilderFactory uris;
    private final Services services;
    private final HttpSession session;

    StreamedQueries(Services services, ServiceProperties properties, HttpSession session) {
        this.uris = new DefaultUriBuilderFactory(properties.queries().toString());
        this.services = services;
        this.session = session;
    }

    /**
     * Opens the response, which the caller closes.
     *
     * @param accept media type of the response
     * @throws ServiceRejected when the query fails
     */
    public InputStream open(Function<UriBuilder, URI> uri, String accept, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(uri.apply(uris.builder())).header("Accept", accept);
        services.bearerToken().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        LatestChange.in(session).ifPresent(token -> request.header("Consistency-Token", token).header("Prefer", Queries.PATIENCE));
        headers.forEach(request::header);
        var response = begin(request.build());
        if (response.statusCode() == HttpStatus.OK.value()) {
            return response.body();
        }
        try (var body = response.body()) {
            throw new ServiceRejected(services.problem(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<InputStream> begin(HttpRequest request) {
        var response = http.sendAsync(request, BodyHandlers.ofInputStream());
        try {
            return response.get(BEGIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException _) {
            response.cancel(true);
            throw new ServiceRejected(ServiceProblem.unavailable());
        }
    }
}
