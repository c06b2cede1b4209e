package roster.console.service;

import java.net.URI;
import java.util.function.Function;

import jakarta.servlet.http.HttpSession;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriBuilder;

/** Sends queries to query-service, whose responses include the user's previous changes. */
@Component
public class Queries {
    private static final String PATIENCE = "wait=5";

    private final RestClient http;
    private final HttpSession session;

    Queries(Services services, ServiceProperties properties, HttpSession session) {
        this.http = services.client(properties.queries());
        this.session = session;
    }

    /** @throws ServiceRejected when the query fails */
    public <T> T get(Function<UriBuilder, URI> uri, ParameterizedTypeReference<T> type) {
        var request = http.get().uri(uri);
        LatestChange.in(session).ifPresent(token -> request.header("Consistency-Token", token).header("Prefer", PATIENCE));
        var answer = request.retrieve().body(type);
        if (answer == null) {
            throw new ServiceRejected(ServiceProblem.unavailable());
        }
        return answer;
    }
}
