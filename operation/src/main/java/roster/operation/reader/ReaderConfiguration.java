package roster.operation.reader;

import java.util.List;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Health and metrics of all readers of a service. {@code operation.yml} has the settings of health. */
@Configuration(proxyBeanMethods = false)
public class ReaderConfiguration {
    private static final String TAG = "reader";

    @Bean
    HealthIndicator readingHealthIndicator(List<Reader> readers) {
        return new ReaderHealth(readers);
    }

    @Bean
    MeterBinder readerMetrics(List<Reader> readers) {
        return meters -> readers.forEach(reader -> {
            Gauge.builder("roster.reader.position", reader, it -> position(it.state())).tag(TAG, reader.name())
                    .description("position in the event store up to which it has read").register(meters);
            Gauge.builder("roster.reader.lag", reader, it -> it.state().lag()).tag(TAG, reader.name())
                    .description("number of positions, records or results that it has not read").register(meters);
            Gauge.builder("roster.reader.lag.time", reader, it -> it.state().lagTime().toMillis() / 1000.0).tag(TAG, reader.name())
                    .baseUnit("seconds").description("age of the oldest of them").register(meters);
            Gauge.builder("roster.reader.standing.still", reader, it -> it.state().standstill() == null ? 0 : 1).tag(TAG, reader.name())
                    .description("1 while it does not get on").register(meters);
        });
    }

    private static double position(ReaderState state) {
        return state.position() == null ? Double.NaN : state.position();
    }
}
