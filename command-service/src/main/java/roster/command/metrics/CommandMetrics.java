package roster.command.metrics;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.SpanKind;
import org.axonframework.eventsourcing.IncompatibleAggregateException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import roster.access.control.Denied;
import roster.command.rejection.Rejected;
import roster.command.rejection.Rejection.NotFound;
import roster.tracing.Traced;
import roster.tracing.Tracing;

/** Metrics of commands by type and result, of rejections by code, and of recorded events by type, and the span of a command. Not of dry runs. */
@Component
public final class CommandMetrics {
    private static final Duration[] BOUNDS = {Duration.ofMillis(5), Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofMillis(500),
            Duration.ofSeconds(2)};

    private final MeterProvider<Timer> commands;
    private final MeterProvider<Counter> rejections;
    private final MeterProvider<Counter> events;
    private final Counter conflicts;
    private final Tracing tracing;

    /** Result of a command. */
    enum Result {
        RECORDED,
        /** Nothing had to change. */
        UNCHANGED,
        /** The stored answer to its idempotency key was given. */
        REPEATED,
        REJECTED,
        /** The caller may not send it. */
        DENIED,
        FAILED
    }

    CommandMetrics(MeterRegistry meters, Tracing tracing) {
        this.tracing = tracing;
        commands = Timer.builder("roster.commands").description("commands, from permission check to commit")
                .serviceLevelObjectives(BOUNDS).withRegistry(meters);
        rejections = Counter.builder("roster.commands.rejected").description("rejected commands").withRegistry(meters);
        events = Counter.builder("roster.events.recorded").description("events that this instance has recorded").withRegistry(meters);
        conflicts = Counter.builder("roster.commands.conflicts")
                .description("commands that were decided again after a conflict with a concurrent one").register(meters);
    }

    /**
     * Measures commands that are sent together, as one span.
     *
     * @param traceparent what causes them
     */
    public <T> T measure(List<Sent> sent, @Nullable String traceparent, Function<CommandResults, T> sending) {
        try (var span = tracing.begin(sent.isEmpty() ? "no command" : sent.getFirst().type(), SpanKind.INTERNAL, traceparent)) {
            var results = new CommandResults(span.traceparent());
            long began = System.nanoTime();
            try {
                return sending.apply(results);
            } catch (RuntimeException | Error e) {
                results.all(resultOf(e, span));
                throw e;
            } finally {
                record(sent, results, Duration.ofNanos(System.nanoTime() - began));
                sent.forEach(it -> span.tell("roster.result", lower(results.of(it.aggregateId()))));
            }
        }
    }

    private Result resultOf(Throwable failure, Traced span) {
        return switch (failure) {
            case Rejected rejected -> rejected(rejected, span);
            case AggregateNotFoundException _,IncompatibleAggregateException _ -> rejected(new Rejected(new NotFound()), span);
            case Denied _ -> Result.DENIED;
            default -> {
                span.failed(failure.getClass().getSimpleName());
                yield Result.FAILED;
            }
        };
    }

    private Result rejected(Rejected rejected, Traced span) {
        span.tell("roster.code", rejected.code());
        rejections.withTag("code", rejected.code()).increment();
        return Result.REJECTED;
    }

    private void record(List<Sent> sent, CommandResults results, Duration time) {
        for (var command : sent) {
            commands.withTags("command", command.type(), "result", lower(results.of(command.aggregateId()))).record(time);
        }
        results.events().forEach(it -> events.withTag("type", it.type().storedName()).increment());
    }

    /** In any locale: Turkish has no lower case of I. */
    private static String lower(Result result) {
        return result.name().toLowerCase(Locale.ROOT);
    }

    /** A command is decided again. */
    public void conflict() {
        conflicts.increment();
    }
}
