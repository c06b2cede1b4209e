package roster.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import roster.population.Size;

/**
 * Arguments of the program.
 *
 * @param names the benchmarks that run; all, when there are none
 * @param flags options without a value
 * @param paths options with a path
 */
record Options(List<String> names, Set<String> flags, Map<String, Path> paths) {
    private static final String QUICK = "--quick";
    private static final String LARGE = "--large";
    private static final String LIST = "--list";
    private static final String OUT = "--out";
    private static final String COMPARE = "--compare";
    private static final String PROFILE = "--profile";
    private static final String DATA = "--data";
    private static final int ROUNDS = 5;
    private static final int QUICK_ROUNDS = 2;
    private static final double QUICK_PART = 0.3;
    private static final int SMALL_ORGANIZATIONS = 20;

    static Options of(List<String> arguments) {
        var names = new ArrayList<String>();
        var flags = new HashSet<String>();
        var paths = new HashMap<String, Path>();
        for (var rest = arguments.iterator(); rest.hasNext();) {
            var argument = rest.next();
            switch (argument) {
                case QUICK, LARGE, LIST -> flags.add(argument);
                case OUT, COMPARE, PROFILE, DATA -> paths.put(argument, path(argument, rest));
                default -> names.add(argument);
            }
        }
        return new Options(names, flags, paths);
    }

    private static Path path(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a path");
        }
        return Path.of(rest.next()).toAbsolutePath();
    }

    /** Few and short rounds: whether it runs, and the order of magnitude. */
    boolean isQuick() {
        return flags.contains(QUICK);
    }

    /** Only the names are printed. */
    boolean isList() {
        return flags.contains(LIST);
    }

    /** The JSON file of the results. */
    @Nullable
    Path out() {
        return paths.get(OUT);
    }

    /** The JSON file of an earlier run to compare with. */
    @Nullable
    Path compare() {
        return paths.get(COMPARE);
    }

    /** Folder of the flight recordings. */
    @Nullable
    Path profile() {
        return paths.get(PROFILE);
    }

    /** Folder that keeps the large organization for the next run. */
    @Nullable
    Path data() {
        return paths.get(DATA);
    }

    /** Of the large organization. */
    Size size() {
        if (flags.contains(LARGE)) {
            return new Size(120_000, 1_200_000, SMALL_ORGANIZATIONS);
        }
        return isQuick() ? new Size(2_000, 20_000, SMALL_ORGANIZATIONS) : new Size(20_000, 200_000, SMALL_ORGANIZATIONS);
    }

    int rounds() {
        return isQuick() ? QUICK_ROUNDS : ROUNDS;
    }

    /** The length of a round that takes so many seconds in the standard run. */
    int seconds(int standard) {
        return isQuick() ? Math.max(1, (int) Math.round(standard * QUICK_PART)) : standard;
    }
}
