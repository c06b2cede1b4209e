package roster.verify;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** What is proven, what is wrong, what the service has found itself, and what was not checked. */
final class Findings {
    private static final int MOST = 100;

    private final List<String> proven = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private final List<String> alarms = new ArrayList<>();
    private final List<String> unchecked = new ArrayList<>();
    private int more;

    void proven(String what) {
        proven.add(what);
    }

    void unchecked(String what) {
        unchecked.add(what);
    }

    /** What the service has found and logged. It may have been mended since, so that nothing is wrong now. */
    void alarm(String what) {
        alarms.add(what);
    }

    void wrong(String what) {
        if (wrong.size() < MOST) {
            wrong.add(what);
        } else {
            more++;
        }
    }

    void check(boolean holds, String proves, String otherwise) {
        if (holds) {
            proven(proves);
        } else {
            wrong(otherwise);
        }
    }

    boolean areGood() {
        return wrong.isEmpty();
    }

    void print(PrintStream out) {
        proven.forEach(it -> out.println("ok         " + it));
        unchecked.forEach(it -> out.println("unchecked  " + it));
        alarms.forEach(it -> out.println("ALARM      " + it));
        wrong.forEach(it -> out.println("WRONG      " + it));
        if (more > 0) {
            out.println("WRONG      " + more + " more");
        }
        out.println(areGood() ? "verified" : "NOT VERIFIED");
    }
}
