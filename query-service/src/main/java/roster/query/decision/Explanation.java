package roster.query.decision;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Why a decision of the past is as it is.
 *
 * @param asOf   position up to which events were considered
 * @param events the events that gave the subject its role, its status or its scopes, in their order
 */
record Explanation(String asOf, List<Cause> events) {
    record Cause(String position, UUID id, String type, Instant time) {}
}
