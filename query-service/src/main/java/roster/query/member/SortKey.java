package roster.query.member;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.regex.Pattern;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Transliterator;
import org.jspecify.annotations.Nullable;

/** Key by which names and addresses are ordered and searched: without case and accents, and Latin letters as A to Z (ł as l, ø as o). */
public final class SortKey {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Transliterator LATIN_TO_ASCII = Transliterator.getInstance("Latin-ASCII");

    private SortKey() {}

    /** The key of a text; a text that can no longer be read (null) sorts first. */
    public static String of(@Nullable String text) {
        if (text == null) {
            return "";
        }
        var letters = MARKS.matcher(Normalizer.normalize(text, Form.NFKD)).replaceAll("");
        return UCharacter.foldCase(isAscii(letters) ? letters : LATIN_TO_ASCII.transliterate(letters), true);
    }

    /** The words of a key, each once. */
    public static List<String> words(@Nullable String text) {
        return SPACE.splitAsStream(of(text)).filter(word -> !word.isEmpty()).distinct().toList();
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(it -> it < 0x80);
    }
}
