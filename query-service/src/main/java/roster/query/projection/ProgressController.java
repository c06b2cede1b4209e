package roster.query.projection;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import roster.access.requirement.OperatorOnly;
import roster.operation.reader.Reader;
import roster.operation.reader.Standstill;

/** {@code /admin/projections}: progress of the views. */
@RestController
final class ProgressController {
    private final List<Reader> readers;

    ProgressController(List<Reader> readers) {
        this.readers = readers;
    }

    /** Progress of all projections. */
    record Projections(List<ProjectionState> data) {}

    /**
     * Progress of a projection, as measured within the last seconds.
     *
     * @param position   position up to which it includes every event; null when it is unknown
     * @param lag        number of positions that the event store is ahead
     * @param lagTime    age of the oldest event that it does not include
     * @param standstill why it does not get on; null while it does
     */
    record ProjectionState(String name, @Nullable Long position, long lag, Duration lagTime, @Nullable Standstill standstill) {
        static ProjectionState of(Reader it) {
            var state = it.state();
            return new ProjectionState(it.name(), state.position(), state.lag(), state.lagTime(), state.standstill());
        }
    }

    /** Lists the projections with their progress, and the event that stops them. */
    @OperatorOnly
    @GetMapping("/admin/projections")
    Projections projections() {
        return new Projections(readers.stream().map(ProjectionState::of).toList());
    }
}
