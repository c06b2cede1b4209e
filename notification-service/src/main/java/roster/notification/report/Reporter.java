package roster.notification.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
    private static final int BATCH = 200;
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
        List.of("recorded", "rejected", "ended").forEach(it -> count(it, 0));
    }

    @Scheduled(fixedDelayString = "${roster.report.pause}")
    void makeAll() {
        for (var taken = take(); !taken.isEmpty() && make(taken); taken = take()) {
            log.debug("{} results are reported", taken.size());
        }
    }

    private List<Report> take() {
        return reports.take(BATCH, lease);
    }

    /** False when command-service is unavailable, so that the next reports would fail as well. */
    private boolean make(List<Report> taken) {
        var recorded = new ArrayList<Report>();
        var unheard = new ArrayList<Report>();
        var answers = commands.tell(taken);
        if (answers.stream().noneMatch(Unavailable.class::isInstance)) {
            heard();
        }
        for (int i = 0; i < taken.size(); i++) {
            var report = taken.get(i);
            switch (answers.get(i)) {
                case Recorded _ -> recorded.add(report);
                case Unavailable(var reason) -> {
                    unheard(reason);
                    unheard.add(report);
                }
                case Rejected(var reason) -> rejected(report, reason);
                case Unknown _ -> ended(report, "command-service knows no such invitation e-mail");
            }
        }
        recorded(recorded);
        reports.putBack(unheard);
        return unheard.isEmpty();
    }

    private void recorded(List<Report> some) {
        if (!some.isEmpty()) {
            reports.made(some);
            count("recorded", some.size());
        }
    }

    /** Retries for about a day, with growing pauses: during an update of Roster, command-service may not know a value yet. */
    private void rejected(Report report, String reason) {
        if (report.rejections() >= REJECTIONS) {
            ended(report, reason);
            return;
        }
        if (report.rejections() == 0) {
            log.warn("the result of {} is not recorded, and is reported again: {}", report.id(), reason);
        }
        reports.rejected(report, REJECTED_PAUSE.multipliedBy(1L << report.rejections()));
        count("rejected", 1);
    }

    private void ended(Report report, String reason) {
        log.error("the result of {} is not recorded, and is not reported again: {}", report.id(), reason);
        reports.ended(report);
        count("ended", 1);
    }

    private void count(String outcome, int some) {
        meters.counter("roster.reports", "outcome", outcome).increment(some);
    }

    private void heard() {
        if (silence != null) {
            log.info("command-service accepts reports again");
            silence = null;
        }
    }

    private void unheard(String why) {
        if (silence == null) {
            log.warn("reports are delayed: {}", why);
            silence = new Standstill(Instant.now(), why);
        }
    }

    /** Present while command-service accepts no reports. */
    Optional<Standstill> standstill() {
        return Optional.ofNullable(silence);
    }
}
