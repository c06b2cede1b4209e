package roster.query.consistency;

import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Time that a caller accepts to wait: the preference {@code wait} of RFC 7240. */
final class WaitPreference {
    static final String HEADER = "Prefer";
    private static final Duration UNASKED = Duration.ofSeconds(2);
    private static final int MOST_SECONDS = 30;
    private static final Pattern WAIT = Pattern.compile("(?i)\\s*wait\\s*=\\s*\"?([0-9]{1,9})\"?\\s*(;.*)?");

    private WaitPreference() {}

    /** Ignores malformed values, as the RFC requires; the first valid one counts. */
    static Duration of(Stream<String> preferences) {
        return preferences.flatMap(value -> Stream.of(value.split(",", -1)))
                .map(WAIT::matcher)
                .filter(wait -> wait.matches())
                .map(wait -> Duration.ofSeconds(Math.min(Integer.parseInt(wait.group(1)), MOST_SECONDS)))
                .findFirst().orElse(UNASKED);
    }
}
