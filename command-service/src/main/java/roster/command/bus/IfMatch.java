package roster.command.bus;

import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import roster.command.rejection.Rejected;
import roster.command.rejection.Rejection.PreconditionFailed;

/**
 * The condition of an {@code If-Match} (RFC 9110): the aggregate exists, in one of the given versions. The comparison is strong: weak ETags
 * never match, nor do those that are no version.
 *
 * @param versions accepted versions; null for any
 * @param onlyWeak true when all ETags are weak
 */
public record IfMatch(@Nullable Set<Long> versions, boolean onlyWeak) {
    private static final Pattern ELEMENT = Pattern.compile("\\G[ \\t]*(?:(W/)?\"([\\x21\\x23-\\x7e]*)\")?[ \\t]*(?:,|$)");
    private static final Pattern VERSION = Pattern.compile("0|[1-9][0-9]{0,17}");
    private static final IfMatch ANY = new IfMatch(null, false);

    /** Empty for text that is neither {@code *} nor a list of ETags. */
    public static Optional<IfMatch> parse(String header) {
        return header.strip().equals("*") ? Optional.of(ANY) : list(header);
    }

    private static Optional<IfMatch> list(String header) {
        var strong = new ArrayList<String>();
        boolean weak = false;
        int end = 0;
        for (var element = ELEMENT.matcher(header); end < header.length() && element.find(); end = element.end()) {
            weak |= element.group(1) != null;
            Stream.ofNullable(element.group(2)).filter(_ -> element.group(1) == null).forEach(strong::add);
        }
        if (end < header.length() || (strong.isEmpty() && !weak)) {
            return Optional.empty();
        }
        var versions = strong.stream().filter(VERSION.asMatchPredicate()).map(Long::valueOf).collect(Collectors.toUnmodifiableSet());
        return Optional.of(new IfMatch(versions, strong.isEmpty()));
    }

    /**
     * Checks the condition of a command.
     *
     * @param condition null for none
     * @param version   current version of the aggregate; null when it does not exist
     * @throws Rejected when the condition is not met
     */
    public static void check(@Nullable IfMatch condition, @Nullable Long version) {
        if (condition != null && !condition.isMetBy(version)) {
            throw new Rejected(new PreconditionFailed(version, condition.onlyWeak));
        }
    }

    private boolean isMetBy(@Nullable Long version) {
        return version != null && (versions == null || versions.contains(version));
    }
}
