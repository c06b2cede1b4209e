package roster.command.metrics;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import roster.command.metrics.CommandMetrics.Result;
import roster.contract.stored.RecordedEvent;

/** Results of commands that are sent together, each attempt in place of the one before. */
public final class CommandResults {
    private final @Nullable String traceparent;
    private Function<UUID, Result> results = _ -> Result.REPEATED;
    private List<RecordedEvent> events = List.of();

    CommandResults(@Nullable String traceparent) {
        this.traceparent = traceparent;
    }

    /** Trace context of the events that the commands record. */
    public @Nullable String traceparent() {
        return traceparent;
    }

    /** The commands were carried out, unless the transaction fails. */
    public void carriedOut(List<RecordedEvent> recorded, Set<UUID> undecided) {
        var changed = recorded.stream().map(RecordedEvent::aggregateId).collect(Collectors.toSet());
        results = aggregate -> undecided.contains(aggregate)
                ? Result.FAILED
                : changed.contains(aggregate) ? Result.RECORDED : Result.UNCHANGED;
        events = recorded;
    }

    /** No command was carried out. */
    void all(Result result) {
        results = _ -> result;
        events = List.of();
    }

    Result of(UUID aggregateId) {
        return results.apply(aggregateId);
    }

    List<RecordedEvent> events() {
        return events;
    }
}
