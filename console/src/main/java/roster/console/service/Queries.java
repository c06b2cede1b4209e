package roster.console.service;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

import jakarta.servlet.http.HttpSession;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriBuilder;

/** Sends queries to query-service, whose responses include the user's previous changes. */
@Component
public class Queries {
    static final String PATIENCE = "wait=5";

    private final RestClient http;
    private final HttpSession session;

    Queries(Services services, ServiceProperties properties, HttpSession session) {
        this.http = services.client(properties.queries());
        this.session = session;
    }

    /** @throws ServiceRejected when the query fails */
    public <T> T get(Function<UriBuilder, URI> uri, ParameterizedTypeReference<T> type) {
        var latest = LatestChange.in(session);
        try {
            return get(uri, type, latest);
        } catch (ServiceRejected e) {
            if (latest.isEmpty() || e.problem().status() != HttpStatus.BAD_REQUEST.value()) {
                throw e;
            }
            // the change may have been lost when the event store was restored from a backup
            LatestChange.forget(session);
            return get(uri, type, Optional.empty());
        }
    }

    private <T> T get(Function<UriBuilder, URI> uri, ParameterizedTypeReference<T> type, Optional<String> latest) {
        var request = http.get().uri(uri);
        latest.ifPresent(token -> request.header("Consistency-Token", token).header("Prefer", PATIENCE));
        var answer = request.retrieve().body(type);
        if (answer == null) {
            throw new ServiceRejected(ServiceProblem.unavailable());
        }
        return answer;
    }
}
