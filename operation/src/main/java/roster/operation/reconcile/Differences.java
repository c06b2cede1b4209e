package roster.operation.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The differences that a reconciler knows now. Each is logged when it is found, and when it is gone. */
final class Differences {
    /** Members beyond these are not named: something is wrong with all. */
    private static final int MOST = 1_000;
    private static final Logger log = LoggerFactory.getLogger(Differences.class);

    private final String pair;
    private final Map<UUID, Difference> known = new HashMap<>();
    private final Set<UUID> ofThisPass = new HashSet<>();
    private boolean reconciling;
    private @Nullable Instant lastPass;
    private Duration lastTook = Duration.ZERO;
    private long compared;
    private long comparing;

    Differences(String pair) {
        this.pair = pair;
    }

    /**
     * State of a reconciler.
     *
     * @param reconciling false while another instance reconciles
     * @param compared    number of members or records that the last complete pass has compared
     */
    record Known(boolean reconciling, List<Difference> differences, @Nullable Instant lastPass, Duration lastTook, long compared) {
        Map<String, Object> details() {
            var details = new LinkedHashMap<String, Object>();
            details.put("reconciling", reconciling);
            details.put("differences", differences.size());
            if (!differences.isEmpty()) {
                details.put("members", differences.stream().limit(20)
                        .collect(Collectors.toMap(it -> it.memberId().toString(), Difference::what)));
            }
            if (lastPass != null) {
                details.put("lastPass", lastPass);
                details.put("took", lastTook);
                details.put("compared", compared);
            }
            return details;
        }
    }

    synchronized Known now() {
        return new Known(reconciling, List.copyOf(known.values()), lastPass, lastTook, compared);
    }

    synchronized List<Difference> known() {
        return List.copyOf(known.values());
    }

    synchronized void passBegins() {
        reconciling = true;
        ofThisPass.clear();
        comparing = 0;
    }

    synchronized void compared(int more) {
        comparing += more;
    }

    synchronized void found(Difference difference) {
        ofThisPass.add(difference.memberId());
        if (known.size() < MOST || known.containsKey(difference.memberId())) {
            var before = known.put(difference.memberId(), difference);
            if (!difference.equals(before)) {
                log.warn("{} differ: {}", pair, difference);
            }
        }
    }

    /** @param again of the members who were known to differ */
    synchronized void comparedAgain(List<Difference> before, List<Difference> again) {
        again.stream().filter(it -> !before.contains(it)).forEach(this::found);
        var still = again.stream().map(Difference::memberId).collect(Collectors.toSet());
        before.stream().map(Difference::memberId).filter(it -> !still.contains(it)).forEach(this::gone);
    }

    synchronized void passEnds(Duration took) {
        known().stream().map(Difference::memberId).filter(it -> !ofThisPass.contains(it)).forEach(this::gone);
        lastPass = Instant.now();
        lastTook = took;
        compared = comparing;
    }

    private void gone(UUID member) {
        ofThisPass.remove(member);
        if (known.remove(member) != null) {
            log.info("{} no longer differ: member {}", pair, member);
        }
    }

    /** Another instance reconciles. */
    synchronized void leave() {
        reconciling = false;
        known.clear();
        lastPass = null;
    }
}
