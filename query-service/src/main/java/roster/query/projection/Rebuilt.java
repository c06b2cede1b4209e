package roster.query.projection;

import java.time.Duration;
import java.util.Map;

/**
 * What a rebuild did.
 *
 * @param events   that it folded
 * @param rows     that it copied in, by table
 * @param position the consistency token of the views when readers moved over
 */
record Rebuilt(int generation, long events, Map<String, Long> rows, String position, Duration duration) {}
