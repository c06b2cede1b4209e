package roster.notification.report;

import java.net.http.HttpClient;
import java.time.Duration;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** The other end of reports. */
@Component
final class CommandService {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final RestClient http;

    CommandService(ReportProperties properties) {
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build());
        requests.setReadTimeout(ANSWER);
        this.http = RestClient.builder().requestFactory(requests).baseUrl(properties.commandService())
                .defaultHeaders(headers -> headers.setBearerAuth(properties.token()))
                .defaultStatusHandler(HttpStatusCode::isError, (_, _) -> {})
                .build();
    }

    /** @throws org.springframework.web.client.ResourceAccessException when it cannot be reached */
    HttpStatusCode tell(Report report) {
        return http.post().uri("/invitation-mails").body(report).retrieve().toBodilessEntity().getStatusCode();
    }
}
