package roster.query.rebuild;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Number of rows that the newest verifying run has found to differ, the same in every instance. A rebuild mends them. */
@Component
final class RebuildMetrics implements MeterBinder {
    private final Rebuilds rebuilds;
    private volatile double differences = Double.NaN;

    RebuildMetrics(Rebuilds rebuilds) {
        this.rebuilds = rebuilds;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("roster.views.differing.rows", this, it -> it.differences)
                .description("rows that differed from their events in the newest verifying run; 0 after a rebuild").register(meters);
    }

    @Scheduled(fixedDelayString = "PT2S")
    void look() {
        try {
            rebuilds.newestResult().ifPresent(it -> differences = it.differences() == null ? 0 : it.differences());
        } catch (DataAccessException _) {
            differences = Double.NaN;
        }
    }
}
