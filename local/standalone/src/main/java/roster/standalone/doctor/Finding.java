package roster.standalone.doctor;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Result of one check.
 *
 * @param subject what was checked
 * @param found   what it is like
 * @param remedy  what to do about it; null when it is as it should be
 */
record Finding(String subject, String found, @Nullable String remedy) {
    static Finding good(String subject, String found) {
        return new Finding(subject, found, null);
    }

    static Finding problem(String subject, String found, String remedy) {
        return new Finding(subject, found, remedy);
    }

    boolean isGood() {
        return remedy == null;
    }

    String text() {
        var line = String.format(Locale.ROOT, "  %-8s %-13s %s", isGood() ? "ok" : "PROBLEM", subject, found);
        return isGood() ? line : line + String.format(Locale.ROOT, "%n  %-8s %-13s %s", "", "", "Remedy: " + remedy);
    }
}
