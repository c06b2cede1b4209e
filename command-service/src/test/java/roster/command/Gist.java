package roster.command;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Normalizes texts for comparison: replaces ids that differ between runs, and times, by numbers.
 */
record Gist(Set<String> known) {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");

    /** @param past text whose ids are the same in all runs */
    Gist(String past) {
        this(ID.matcher(past).results().map(MatchResult::group).collect(Collectors.toSet()));
    }

    String of(String told) {
        Map<String, String> fresh = new HashMap<>();
        var counted = ID.matcher(told).replaceAll(it -> known.contains(it.group())
                ? it.group()
                : fresh.computeIfAbsent(it.group(), _ -> "id" + fresh.size()));
        return MOMENT.matcher(counted).replaceAll("moment");
    }
}
