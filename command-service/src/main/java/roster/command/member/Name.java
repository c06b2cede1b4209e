package roster.command.member;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The name of a person or an organization: one line that cannot pretend to be anything else. */
public final class Name {
    private static final int LONGEST = 64;
    /** Control, unassigned, private, surrogate; line and paragraph separators; marks and overrides of the writing direction. */
    private static final Pattern FORBIDDEN = Pattern.compile(
            "[\\p{Cc}\\p{Cn}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]");

    private Name() {}

    /**
     * The name as it is kept: NFC, without blanks around it.
     *
     * @throws IllegalArgumentException for text that is no name
     */
    public static String of(String text) {
        var name = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        var length = name.codePointCount(0, name.length());
        if (length < 1 || length > LONGEST || FORBIDDEN.matcher(name).find() || FORBIDDEN.matcher(text).find() || hasLink(name)) {
            throw new IllegalArgumentException(
                    "must be 1 to 64 characters on one line, without control or direction characters and without a link");
        }
        return name;
    }

    private static boolean hasLink(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.contains("http://") || lower.contains("https://");
    }
}
