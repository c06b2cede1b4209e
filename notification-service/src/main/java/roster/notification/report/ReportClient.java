package roster.notification.report;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

import roster.contract.mail.MailFailure;
import roster.notification.ledger.Report;

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
                .defaultStatusHandler(HttpStatusCode::isError, (_, _) -> {})
                .build();
    }

    private record Body(UUID memberId, UUID invitationId, int issue, String recipient, @Nullable MailFailure failure,
            @Nullable String status) {
        static Body of(Report it) {
            return new Body(it.memberId(), it.invitationId(), it.issue(), it.id().recipient().value(), it.failure(), it.status());
        }
    }

    /** @throws org.springframework.web.client.ResourceAccessException when command-service cannot be reached */
    HttpStatusCode tell(Report report) {
        return http.post().uri("/invitation-mails").body(Body.of(report)).retrieve().toBodilessEntity().getStatusCode();
    }
}
