package roster.query.projection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import roster.access.requirement.OperatorOnly;
import roster.eventstore.Subscription;
import roster.eventstore.Subscription.Failure;
import roster.operation.reader.Reader;
import roster.operation.reader.Standstill;
import roster.query.generation.Generations;
import roster.query.generation.Generations.LiveGeneration;
import roster.query.generation.Layout;
import roster.query.generation.ProjectionDatabase;
import roster.query.rebuild.RebuildProgress;
import roster.query.rebuild.Rebuilds;

/** {@code /admin/projections}: progress of the views. */
@RestController
final class ProgressController {
    private final Reader views;
    private final Subscription subscription;
    private final EventRate rate;
    private final Generations generations;
    private final Rebuilds rebuilds;

    ProgressController(Reader viewsProgress, Subscription views, EventRate rate, ProjectionDatabase database, Layout layout,
            Rebuilds rebuilds) {
        this.views = viewsProgress;
        this.subscription = views;
        this.rate = rate;
        this.generations = new Generations(database.jdbc(), layout);
        this.rebuilds = rebuilds;
    }

    /** Progress of all projections. */
    record Projections(List<ProjectionState> data) {}

    /** An error of a projection in the instance that answers. Contains no data of events. */
    record ProjectionError(Instant since, String reason) {
        static ProjectionError of(Failure failure) {
            return new ProjectionError(failure.since(), failure.reason());
        }
    }

    /**
     * Progress of a projection, as measured within the last seconds.
     *
     * @param position        position up to which it includes every event; null when it is unknown
     * @param lag             number of positions that the event store is ahead
     * @param lagTime         age of the oldest event that it does not include
     * @param eventsPerSecond events that it took in, on average of the last minute; null when it is unknown
     * @param standstill      why it does not get on; null while it does
     * @param lastError       newest error, also when it is over; null when there was none
     * @param generation      the views that readers use; null while the first ones are being built
     * @param rebuild         the rebuild or verifying run that has not ended; null without one
     */
    record ProjectionState(String name, @Nullable Long position, long lag, Duration lagTime, @Nullable Double eventsPerSecond,
            @Nullable Standstill standstill, @Nullable ProjectionError lastError, @Nullable LiveGeneration generation,
            @Nullable RebuildProgress rebuild) {}

    /** Lists the projections with their progress, and the event that stops them. */
    @OperatorOnly
    @GetMapping("/admin/projections")
    Projections projections() {
        var state = views.state();
        return new Projections(List.of(new ProjectionState(views.name(), state.position(), state.lag(), state.lagTime(), rate.perSecond(),
                state.standstill(), subscription.lastFailure().map(ProjectionError::of).orElse(null),
                generations.describeLive().orElse(null), rebuilds.unfinished().orElse(null))));
    }
}
