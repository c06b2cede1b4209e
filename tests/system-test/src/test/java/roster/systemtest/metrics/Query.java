package roster.systemtest.metrics;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a query in PromQL asks for. Understands the queries of {@code deploy}. */
final class Query {
    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
    private static final Pattern SELECTOR = Pattern.compile("\\{([^}]*)}");
    private static final Pattern GROUPING = Pattern.compile("\\b(?:by|without|on|ignoring)\\s*\\(([^)]*)\\)");
    private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");
    private static final Pattern NAME = Pattern.compile("\\b[a-z_][a-z_0-9]*\\b(?!\\s*\\()");
    private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "offset", "bool", "group_left", "group_right");

    private Query() {}

    static Set<String> metrics(String query) {
        var bare = TEXT.matcher(query).replaceAll("");
        bare = GROUPING.matcher(SELECTOR.matcher(bare).replaceAll("")).replaceAll("");
        return names(RANGE.matcher(bare).replaceAll(""));
    }

    static Set<String> labels(String query) {
        var bare = TEXT.matcher(query).replaceAll("");
        var labels = new TreeSet<String>();
        SELECTOR.matcher(bare).results().forEach(it -> labels.addAll(names(it.group(1))));
        GROUPING.matcher(bare).results().forEach(it -> labels.addAll(names(it.group(1))));
        return labels;
    }

    private static Set<String> names(String text) {
        var names = new TreeSet<String>();
        NAME.matcher(text).results().map(it -> it.group()).filter(it -> !OPERATORS.contains(it)).forEach(names::add);
        return names;
    }
}
