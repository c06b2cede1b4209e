package roster.notification.report;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse;
import org.springframework.web.client.RestClientException;

import roster.contract.mail.MailFailure;
import roster.notification.queue.Report;

/** HTTP client of command-service, which records delivery results. */
@Component
final class ReportClient {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final RestClient http;

    ReportClient(ReportProperties properties) {
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build());
        requests.setReadTimeout(ANSWER);
        this.http = RestClient.builder().requestFactory(requests).baseUrl(properties.commandService())
                .defaultHeaders(headers -> headers.setBearerAuth(properties.token()))
                .build();
    }

    private record Body(UUID memberId, UUID invitationId, int issue, String recipient, @Nullable MailFailure failure,
            @Nullable String status) {
        static Body of(Report it) {
            return new Body(it.memberId(), it.invitationId(), it.issue(), it.id().recipient().value(), it.failure(), it.status());
        }
    }

    /** Problem details, as far as they matter here. */
    private record Problem(@Nullable List<Map<String, Object>> errors) {}

    ReportAnswer tell(Report report) {
        try {
            return Objects.requireNonNull(http.post().uri("/invitation-mails").body(Body.of(report))
                    .exchange((_, answer) -> ReportAnswer.of(answer.getStatusCode(), errors(answer))));
        } catch (RestClientException e) {
            return new ReportAnswer.Unavailable("command-service cannot be reached: " + e.getMessage());
        }
    }

    /** Empty unless the answer is a problem with errors. */
    private static List<?> errors(ConvertibleClientHttpResponse answer) {
        if (!MediaType.APPLICATION_PROBLEM_JSON.isCompatibleWith(answer.getHeaders().getContentType())) {
            return List.of();
        }
        var problem = answer.bodyTo(Problem.class);
        return problem == null || problem.errors == null ? List.of() : problem.errors;
    }
}
