package roster.notification.report;

import java.time.Duration;
import java.util.ArrayDeque;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;

import roster.notification.ledger.Report;
import roster.notification.ledger.Reports;

/** Reports delivery results to command-service, with retries until they are recorded. Reports are idempotent. */
@Component
final class Reporter {
    private static final int BATCH = 50;
    private static final Duration REJECTED_PAUSE = Duration.ofMinutes(5);
    private static final Logger log = LoggerFactory.getLogger(Reporter.class);

    private final Reports reports;
    private final ReportClient commands;
    private final Duration lease;
    private boolean heard = true;

    Reporter(Reports reports, ReportClient commands, ReportProperties properties, MeterRegistry meters) {
        this.reports = reports;
        this.commands = commands;
        this.lease = properties.lease();
        Gauge.builder("roster.letters.unreported", reports, Reports::owed)
                .description("delivery results that command-service has not recorded yet").register(meters);
    }

    @Scheduled(fixedDelayString = "${roster.report.pause}")
    void makeAll() {
        for (var taken = take(); !taken.isEmpty(); taken = take()) {
            while (!taken.isEmpty() && make(taken.element())) {
                taken.remove();
            }
            if (!taken.isEmpty()) {
                taken.forEach(it -> reports.putOff(it, Duration.ZERO));
                return;
            }
        }
    }

    private ArrayDeque<Report> take() {
        return new ArrayDeque<>(reports.take(BATCH, lease));
    }

    /** False when command-service is unavailable, so that the next report would fail as well. */
    private boolean make(Report report) {
        try {
            return settle(report, commands.tell(report));
        } catch (ResourceAccessException e) {
            return unheard("command-service cannot be reached: " + e.getMessage());
        }
    }

    private boolean settle(Report report, HttpStatusCode answer) {
        if (answer.is2xxSuccessful()) {
            heard();
            reports.made(report);
            return true;
        }
        if (answer.is5xxServerError() || answer.isSameCodeAs(HttpStatus.UNAUTHORIZED)
                || answer.isSameCodeAs(HttpStatus.TOO_MANY_REQUESTS)) {
            return unheard("command-service answers " + answer.value());
        }
        log.error("command-service rejects the report on {}: {}", report.id(), answer.value());
        reports.putOff(report, REJECTED_PAUSE);
        return true;
    }

    private void heard() {
        if (!heard) {
            log.info("command-service accepts reports again");
            heard = true;
        }
    }

    private boolean unheard(String why) {
        if (heard) {
            log.warn("reports are delayed: {}", why);
            heard = false;
        }
        return false;
    }
}
