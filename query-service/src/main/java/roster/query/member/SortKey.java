package roster.query.member;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.regex.Pattern;

/** What names and addresses are ordered and searched by: neither case nor accents count. */
final class SortKey {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private SortKey() {}

    static String of(String text) {
        // Upper case first, so that what has two letters there is equal to them: ß and ss.
        return MARKS.matcher(Normalizer.normalize(text, Form.NFKD)).replaceAll("").toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
