package roster.query.member;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** What names and addresses are ordered and searched by: neither case nor accents count. */
final class SortKey {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private SortKey() {}

    /** Of what can no longer be read: before everything else. */
    static String of(@Nullable String text) {
        if (text == null) {
            return "";
        }
        // Upper case first, so that what has two letters there is equal to them: ß and ss.
        return MARKS.matcher(Normalizer.normalize(text, Form.NFKD)).replaceAll("").toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
