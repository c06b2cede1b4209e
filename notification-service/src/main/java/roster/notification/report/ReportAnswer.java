package roster.notification.report;

import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** Answer of command-service to a report. */
sealed interface ReportAnswer {
    record Recorded() implements ReportAnswer {}

    /** command-service is unavailable or configured differently; it would give other reports the same answer. */
    record Unavailable(String reason) implements ReportAnswer {}

    /** command-service cannot record this report, but a later version may. */
    record Rejected(String reason) implements ReportAnswer {}

    /** There is no such invitation e-mail, and there never will be. */
    record Unknown() implements ReportAnswer {}

    /** @param outcome of one report among several */
    static ReportAnswer of(String outcome) {
        return switch (outcome) {
            case "recorded" -> new Recorded();
            case "unknown" -> new Unknown();
            default -> new Rejected("command-service answers " + outcome);
        };
    }

    /** @param errors those of the problem details; none when another server answered */
    static ReportAnswer of(HttpStatusCode status, List<?> errors) {
        if (status.is2xxSuccessful()) {
            return new Recorded();
        }
        if (status.isSameCodeAs(HttpStatus.NOT_FOUND) && !errors.isEmpty()) {
            return new Unknown();
        }
        var reason = "command-service answers " + status.value();
        return status.is4xxClientError() && !concernsAll(status) ? new Rejected(reason) : new Unavailable(reason);
    }

    /** True for answers that say nothing about the report: wrong token or address, and too many requests. */
    private static boolean concernsAll(HttpStatusCode status) {
        return List.of(401, 403, 404, 408, 429).contains(status.value());
    }
}
