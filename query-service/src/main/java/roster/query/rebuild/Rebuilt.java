package roster.query.rebuild;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Result of a rebuild or a verifying run.
 *
 * @param generation  the new generation, or the one that was verified
 * @param events      number of events folded
 * @param rows        number of rows folded, by table
 * @param position    consistency token of the views at the switch-over, or of those that were compared
 * @param differences number of rows that are not as their events say; null for a rebuild
 * @param differing   the first of them in each table
 */
public record Rebuilt(int generation, long events, Map<String, Long> rows, String position, Duration duration, @Nullable Long differences,
        List<RowDifference> differing) {}
