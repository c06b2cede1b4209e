package roster.notification.report;

import java.time.Duration;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import roster.notification.queue.Reports;
import roster.operation.reader.LagMeasure;
import roster.operation.reader.Reader;
import roster.operation.reader.ReaderState;
import roster.operation.reader.Standstill;

/** Progress of reports: results that command-service has not recorded yet. They have no position: they are made in any order. */
@Component
final class ReportProgress implements Reader {
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Duration UNMEASURED = Duration.ofSeconds(15);
    private static final Logger log = LoggerFactory.getLogger(ReportProgress.class);

    private final Reports reports;
    private final Reporter reporter;
    private volatile LagMeasure measure = LagMeasure.none();

    ReportProgress(Reports reports, Reporter reporter) {
        this.reports = reports;
        this.reporter = reporter;
    }

    @Scheduled(fixedDelayString = "PT2S")
    void measure() {
        try {
            var owed = reports.owed();
            measure = measure.next(LagMeasure.UNKNOWN, owed.emails(), owed.age());
        } catch (DataAccessException e) {
            log.debug("the mail queue cannot be read", e);
        }
    }

    @Override
    public String name() {
        return "reports";
    }

    @Override
    public ReaderState state() {
        var now = measure;
        return new ReaderState(null, now.lag(), now.lagTime(FRESH), standstill(now).orElse(null));
    }

    private Optional<Standstill> standstill(LagMeasure now) {
        return now.isOlderThan(UNMEASURED) ? Optional.of(new Standstill(now.at(), "the mail queue cannot be read")) : reporter.standstill();
    }
}
