package roster.operation.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Health and metrics of the reconcilers of a service. {@code operation.yml} has the settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReconcilerProperties.class)
public class ReconcilerConfiguration {
    private static final String TAG = "pair";

    /** Down while two copies differ. The details name the members. */
    @Bean
    HealthIndicator reconcilingHealthIndicator(ObjectProvider<Reconciler> reconcilers) {
        var all = reconcilers.stream().toList();
        return () -> health(all);
    }

    private static Health health(List<Reconciler> reconcilers) {
        var health = Health.up();
        for (var reconciler : reconcilers) {
            var known = reconciler.known();
            health.withDetail(reconciler.pair(), known.details());
            if (!known.differences().isEmpty()) {
                health.down();
            }
        }
        return health.build();
    }

    @Bean
    MeterBinder reconcilerMetrics(ObjectProvider<Reconciler> reconcilers) {
        return meters -> reconcilers.forEach(reconciler -> {
            Gauge.builder("roster.reconciler.differences", reconciler, ReconcilerConfiguration::differences).tag(TAG, reconciler.pair())
                    .description("members of whom the two copies differ; absent where another instance compares").register(meters);
            Gauge.builder("roster.reconciler.pass.age", reconciler, ReconcilerConfiguration::age).tag(TAG, reconciler.pair())
                    .baseUnit("seconds").description("time since the last complete pass").register(meters);
        });
    }

    private static double differences(Reconciler reconciler) {
        var known = reconciler.known();
        return known.reconciling() ? known.differences().size() : Double.NaN;
    }

    private static double age(Reconciler reconciler) {
        var last = reconciler.known().lastPass();
        return last == null ? Double.NaN : Duration.between(last, Instant.now()).toMillis() / 1000.0;
    }
}
