package roster.console.service;

import java.io.IOException;
import java.net.URI;

import org.jspecify.annotations.Nullable;
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
                    throw new ServiceRejected(problem(response));
                })
                .build();
    }

    private ClientHttpResponse asThePersonAtTheScreen(HttpRequest request, byte[] body, ClientHttpRequestExecution execution) {
        var person = person();
        if (person != null) {
            request.getHeaders().setBearerAuth(tokens.token(person));
        }
        try {
            return execution.execute(request, body);
        } catch (IOException e) {
            throw new ServiceRejected(ServiceProblem.unavailable());
        }
    }

    private static @Nullable SignedIn person() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn it ? it : null;
    }

    private ServiceProblem problem(ClientHttpResponse response) throws IOException {
        try {
            var problem = json.readValue(response.getBody(), ServiceProblem.class);
            return problem.code() == null ? ServiceProblem.unavailable() : problem;
        } catch (JacksonException e) {
            return ServiceProblem.unavailable();
        }
    }
}
