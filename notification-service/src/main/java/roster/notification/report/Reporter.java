package roster.notification.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import roster.notification.queue.Report;
import roster.notification.queue.Reports;
import roster.notification.report.ReportAnswer.Recorded;
import roster.notification.report.ReportAnswer.Rejected;
import roster.notification.report.ReportAnswer.Unavailable;
import roster.notification.report.ReportAnswer.Unknown;
import roster.operation.reader.Standstill;

/** Reports delivery results to command-service, with retries until they are recorded or can never be. Reports are idempotent. */
@Component
final class Reporter {
    private static final int BATCH = 50;
    private static final Duration REJECTED_PAUSE = Duration.ofMinutes(5);
    private static final int REJECTIONS = 8;
    private static final Logger log = LoggerFactory.getLogger(Reporter.class);

    private final Reports reports;
    private final ReportClient commands;
    private final Duration lease;
    private final MeterRegistry meters;
    private volatile @Nullable Standstill silence;

    Reporter(Reports reports, ReportClient commands, ReportProperties properties, MeterRegistry meters) {
        this.reports = reports;
        this.commands = commands;
        this.lease = properties.lease();
        this.meters = meters;
    }

    @Scheduled(fixedDelayString = "${roster.report.pause}")
    void makeAll() {
        for (var taken = take(); !taken.isEmpty(); taken = take()) {
            while (!taken.isEmpty() && make(taken.element())) {
                taken.remove();
            }
            if (!taken.isEmpty()) {
                taken.forEach(reports::putBack);
                return;
            }
        }
    }

    private ArrayDeque<Report> take() {
        return new ArrayDeque<>(reports.take(BATCH, lease));
    }

    /** False when command-service is unavailable, so that the next report would fail as well. */
    private boolean make(Report report) {
        return switch (commands.tell(report)) {
            case Recorded _ -> recorded(report);
            case Unavailable(var reason) -> unheard(reason);
            case Rejected(var reason) -> rejected(report, reason);
            case Unknown _ -> ended(report, "command-service knows no such invitation e-mail");
        };
    }

    private boolean recorded(Report report) {
        heard();
        reports.made(report);
        count("recorded");
        return true;
    }

    /** Retries for about a day, with growing pauses: during an update of Roster, command-service may not know a value yet. */
    private boolean rejected(Report report, String reason) {
        if (report.rejections() >= REJECTIONS) {
            return ended(report, reason);
        }
        if (report.rejections() == 0) {
            log.warn("the result of {} is not recorded, and is reported again: {}", report.id(), reason);
        }
        reports.rejected(report, REJECTED_PAUSE.multipliedBy(1L << report.rejections()));
        count("rejected");
        return true;
    }

    private boolean ended(Report report, String reason) {
        log.error("the result of {} is not recorded, and is not reported again: {}", report.id(), reason);
        reports.ended(report);
        count("ended");
        return true;
    }

    private void count(String outcome) {
        meters.counter("roster.reports", "outcome", outcome).increment();
    }

    private void heard() {
        if (silence != null) {
            log.info("command-service accepts reports again");
            silence = null;
        }
    }

    private boolean unheard(String why) {
        if (silence == null) {
            log.warn("reports are delayed: {}", why);
            silence = new Standstill(Instant.now(), why);
        }
        return false;
    }

    /** Present while command-service accepts no reports. */
    Optional<Standstill> standstill() {
        return Optional.ofNullable(silence);
    }
}
