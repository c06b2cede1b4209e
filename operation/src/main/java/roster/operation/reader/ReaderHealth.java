package roster.operation.reader;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** Standing still while one of the readers does not get on. The details name it, the reason, and the event that it cannot read. */
final class ReaderHealth implements HealthIndicator {
    private static final Status STANDING_STILL = new Status("STANDING_STILL");

    private final List<Reader> readers;

    ReaderHealth(List<Reader> readers) {
        this.readers = readers;
    }

    @Override
    public Health health() {
        var health = Health.up();
        for (var reader : readers) {
            var state = reader.state();
            health.withDetail(reader.name(), details(state));
            if (state.standstill() != null) {
                health.status(STANDING_STILL);
            }
        }
        return health.build();
    }

    private static Map<String, Object> details(ReaderState state) {
        var details = new LinkedHashMap<String, Object>();
        if (state.position() != null) {
            details.put("position", state.position());
        }
        details.put("lag", state.lag());
        details.put("lagTime", state.lagTime());
        if (state.standstill() != null) {
            details.put("standstill", state.standstill());
        }
        return details;
    }
}
