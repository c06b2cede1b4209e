package roster.notification.report;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse;
import org.springframework.web.client.RestClientException;

import roster.contract.mail.MailFailure;
import roster.notification.queue.Report;
import roster.notification.report.ReportAnswer.Unavailable;

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

    /** Body of a request with several reports. */
    private record Bodies(List<Body> reports) {}

    /** Answer to several reports, in their order. */
    private record Outcomes(List<String> outcomes) {}

    /**
     * Makes the reports in one request. When command-service rejects it, or is of a version that accepts one report at a time, makes them one by
     * one, until it is unavailable.
     *
     * @return the answers, in the order of the reports
     */
    List<ReportAnswer> tell(List<Report> reports) {
        try {
            return Objects
                    .requireNonNull(http.post().uri("/invitation-mails/batch").body(new Bodies(reports.stream().map(Body::of).toList()))
                            .exchange((_, answer) -> answers(answer, reports)));
        } catch (RestClientException e) {
            return Collections.nCopies(reports.size(), unreachable(e));
        }
    }

    private List<ReportAnswer> answers(ConvertibleClientHttpResponse answer, List<Report> reports) throws IOException {
        var status = answer.getStatusCode();
        if (!status.is2xxSuccessful()) {
            var all = ReportAnswer.of(status, List.of());
            return all instanceof Unavailable && !status.isSameCodeAs(HttpStatus.NOT_FOUND) ? Collections.nCopies(reports.size(), all)
                    : tellOneByOne(reports);
        }
        var outcomes = answer.bodyTo(Outcomes.class);
        if (outcomes == null || outcomes.outcomes.size() != reports.size()) {
            return Collections.nCopies(reports.size(), new Unavailable("the answer of command-service is not complete"));
        }
        return outcomes.outcomes.stream().map(ReportAnswer::of).toList();
    }

    private List<ReportAnswer> tellOneByOne(List<Report> reports) {
        var answers = new ArrayList<ReportAnswer>();
        for (var report : reports) {
            answers.add(!answers.isEmpty() && answers.getLast() instanceof Unavailable gone ? gone : tell(report));
        }
        return answers;
    }

    private ReportAnswer tell(Report report) {
        try {
            return Objects.requireNonNull(http.post().uri("/invitation-mails").body(Body.of(report))
                    .exchange((_, answer) -> ReportAnswer.of(answer.getStatusCode(), errors(answer))));
        } catch (RestClientException e) {
            return unreachable(e);
        }
    }

    private static Unavailable unreachable(RestClientException e) {
        return new Unavailable("command-service cannot be reached: " + e.getMessage());
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
