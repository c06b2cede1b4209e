package roster.console.service;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;

import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import roster.console.identity.PersonTokens;
import roster.console.signin.account.SignedIn;

/** HTTP clients of the services. All failures, including an unreachable service, are thrown as {@link ServiceRejected}. */
@Component
class Services {
    private final RestClient.Builder http;
    private final PersonTokens tokens;
    private final JsonMapper json;

    Services(RestClient.Builder http, PersonTokens tokens, JsonMapper json) {
        this.http = http;
        this.tokens = tokens;
        this.json = json;
    }

    RestClient client(URI service) {
        return http.clone().baseUrl(service).requestInterceptor(this::asThePersonAtTheScreen)
                .defaultStatusHandler(HttpStatusCode::isError, (_, response) -> {
                    throw new ServiceRejected(problem(response.getBody()));
                })
                .build();
    }

    private ClientHttpResponse asThePersonAtTheScreen(HttpRequest request, byte[] body, ClientHttpRequestExecution execution) {
        bearerToken().ifPresent(request.getHeaders()::setBearerAuth);
        try {
            return execution.execute(request, body);
        } catch (IOException e) {
            throw new ServiceRejected(ServiceProblem.unavailable());
        }
    }

    /** A token of the user; empty without a signed-in user. */
    Optional<String> bearerToken() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn it ? Optional.of(tokens.token(it))
                : Optional.empty();
    }

    ServiceProblem problem(InputStream body) {
        try {
            var problem = json.readValue(body, ServiceProblem.class);
            return problem.code() == null ? ServiceProblem.unavailable() : problem;
        } catch (JacksonException e) {
            return ServiceProblem.unavailable();
        }
    }
}
