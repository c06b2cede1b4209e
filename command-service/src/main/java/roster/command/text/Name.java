package roster.command.text;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** The name of a person, an organization or an API token: one visible line without control characters or links. */
public final class Name {
    static final String RULE = "must be 1 to 64 characters on one line, at least one of them visible, without control and format characters, "
            + "and without text that mail programs turn into a link (a dot must be followed by a space)";
    private static final int LONGEST = 64;
    /** Control, unassigned, private and surrogate characters; line and paragraph separators; format characters except joiners; invisible letters. */
    private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cc}\\p{Cn}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}[\\p{Cf}&&[^\\u200c\\u200d]]"
            + "\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u3164\\uffa0]");
    /** Joiners that are not between letters, where Persian and Indic scripts need them. */
    private static final Pattern STRAY_JOINER = Pattern.compile("(?<![\\p{L}\\p{M}])[\\u200c\\u200d]|[\\u200c\\u200d](?![\\p{L}\\p{M}])");
    /** At least one visible character. The blank Braille pattern and the null notehead are symbols, but invisible. */
    private static final Pattern VISIBLE = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S}&&[^\\u2800\\x{1d159}]]");

    private Name() {}

    /**
     * The normalized name: NFC, trimmed.
     *
     * @throws IllegalArgumentException for text that is not a valid name
     */
    public static String of(String text) {
        var name = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        if (name.codePointCount(0, name.length()) > LONGEST || !VISIBLE.matcher(name).find() || FORBIDDEN.matcher(text).find()
                || FORBIDDEN.matcher(name).find() || STRAY_JOINER.matcher(name).find() || Links.isIn(name)) {
            throw new IllegalArgumentException(RULE);
        }
        return name;
    }
}
