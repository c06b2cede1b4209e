package roster.query.projection;

import java.time.Duration;
import java.util.Map;

/**
 * Result of a rebuild.
 *
 * @param events   number of events folded
 * @param rows     number of rows copied, by table
 * @param position consistency token of the views at the switch-over
 */
record Rebuilt(int generation, long events, Map<String, Long> rows, String position, Duration duration) {}
